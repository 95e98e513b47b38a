import {
  type BatchWorld,
  createBatchWorld,
  operator,
  organizationName,
} from '../../../test/support/batch-world'
import type { Deps } from '../kit/deps'
import { move, recount } from './rows'
import { submit } from './submit'
import { sweepBatches } from './sweepBatches'
import { publishBatch, tellRows, withUntoldRows } from './tell'

let world: BatchWorld

beforeEach(async () => {
  world = await createBatchWorld()
})

const states = () =>
  world.store
    .all('events')
    .filter(({ type }) => type === 'batch.row.updated')
    .map(({ data }) => data.state)

/** Tells the one row; while it is being told the first time, `meanwhile` happens. */
async function toldWhile(id: string, meanwhile: (deps: Deps) => Promise<unknown>): Promise<void> {
  const { follows } = world.deps
  let isFirst = true
  const hurried: Deps = {
    ...world.deps,
    follows: {
      ...follows,
      async rowsChanged(deps, rows) {
        await follows.rowsChanged(deps, rows)
        if (isFirst) await meanwhile(deps)
        isFirst = false
      },
    },
  }
  await tellRows(hurried, id)
  await tellRows(world.deps, id)
}

test.each([
  ['in the same millisecond', 0],
  ['a moment later', 1],
])('a row that moves on %s while it is told is told again', async (_when, ms) => {
  const id = await world.batchOf(1)
  const rowId = `${id}_00001`
  await move(world.deps, [rowId], 'canceled')
  await toldWhile(id, deps => {
    world.pass(ms)
    return move(deps, [rowId], 'vendorVerified')
  })
  expect(states()).toEqual(['canceled', 'verified'])
  await tellRows(world.deps, id)
  expect(states()).toHaveLength(2)
})

test('so is one that has left its state meanwhile and come back to it', async () => {
  const id = await world.batchOf(1)
  const rowId = `${id}_00001`
  await move(world.deps, [rowId], 'canceled')
  await toldWhile(id, async deps => {
    world.pass(1)
    const at = deps.clock()
    const there = { state: 'canceled', at, cause: 'canceled' } as const
    const [row] = world.store.all('batch_rows')
    if (!row) throw new Error('no row')
    await deps.store.updateMany('batch_rows', [['_id', 'eq', rowId]], {
      set: { tellAt: at, history: [...row.history, { ...row.history.at(-1), ...there }] },
    })
  })
  expect(states()).toEqual(['canceled', 'canceled'])
})

test('that all have ended is told once, however often they are counted', async () => {
  const id = await world.batchOf(2)
  for (const index of [1, 2]) world.batches.failures.set(organizationName(index), '企业三要素不通过')
  await submit(world.deps, operator, { id })
  world.pass(60_000)
  await sweepBatches(world.deps, world.deps.clock() + 30_000)
  await recount(world.deps, id)
  await recount(world.deps, id)
  expect(world.store.all('events').filter(({ type }) => type === 'batch.finished')).toHaveLength(1)
})

test('many are told page by page, those first that wait longest, and each once', async () => {
  const id = await world.batchOf(201)
  for (const row of world.rows())
    await world.store.replace('batch_rows', row._id, row.version, {
      state: 'canceled',
      tellAt: row.number,
    })
  const pages: number[][] = []
  const { follows } = world.deps
  const rowsChanged: typeof follows.rowsChanged = async (deps, rows) => {
    pages.push(rows.map(({ number }) => number))
    await follows.rowsChanged(deps, rows)
  }
  await tellRows({ ...world.deps, follows: { ...follows, rowsChanged } }, id)
  expect(pages).toEqual([Array.from({ length: 200 }, (_, at) => at + 1), [201]])
  expect(world.rows().every(({ tellAt }) => tellAt === null)).toBe(true)
  expect(states()).toHaveLength(201)
})

test('what is with us alone is settled and not told', async () => {
  const id = await world.batchOf(2)
  await world.setRow(1, { state: 'queued', tellAt: 1 })
  await world.setRow(2, { state: 'accepted', tellAt: 1 })
  await tellRows(world.deps, id)
  expect(states()).toEqual(['accepted'])
  expect(world.rows().map(({ tellAt }) => tellAt)).toEqual([null, null])
})

test('rows that stand alike are settled with one write', async () => {
  const id = await world.batchOf(6)
  for (const number of [1, 2, 3, 4]) await world.setRow(number, { state: 'accepted', tellAt: 1 })
  await world.setRow(5, { state: 'accepted', tellAt: 2 })
  await world.setRow(6, { state: 'canceled', tellAt: 2 })
  let writes = 0
  world.store.beforeWrite((_operation, collection) => {
    if (collection === 'batch_rows') writes += 1
  })
  await tellRows(world.deps, id)
  expect(writes).toBe(3)
  expect(world.rows().every(({ tellAt }) => tellAt === null)).toBe(true)
})

test('of a batch about which nothing is to be told nobody hears', async () => {
  const id = await world.batchOf(1)
  const batch = await world.store.get('batches', id)
  if (!batch) throw new Error('no batch')
  let heard = 0
  const batchChanged = async () => {
    heard += 1
  }
  const deps = { ...world.deps, follows: { ...world.deps.follows, batchChanged } }
  expect(await publishBatch(deps, batch)).toEqual(batch)
  expect(heard).toBe(0)
})

test('of batches with rows that nobody was told of for a minute each is found once', async () => {
  const ids: string[] = []
  for (const rows of [1, 2, 1, 2, 1, 1, 1, 1]) ids.push(await world.batchOf(rows))
  const [told = '', fresh = '', ...left] = ids
  const now = world.deps.clock()
  const tellAt = new Map([
    [told, null],
    [fresh, now + 1],
  ])
  for (const { _id, version, batchId } of world.rows()) {
    const at = tellAt.get(batchId)
    await world.store.replace('batch_rows', _id, version, { tellAt: at === undefined ? now : at })
  }
  world.pass(59_999)
  expect(await withUntoldRows(world.deps)).toEqual([])
  world.pass(1)
  expect(await withUntoldRows(world.deps)).toEqual([...left].sort())
})
