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
import { tellRows } from './tell'

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
