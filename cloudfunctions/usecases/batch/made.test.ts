import {
  type BatchWorld,
  createBatchWorld,
  headingLine,
  line,
  operator,
  organizationName,
} from '../../../test/support/batch-world'
import { countedStore } from '../../../test/support/counted-store'
import { codeOf } from '../../../test/support/refusal'
import type { CreateInput } from '../../contract/batch'
import { addRows } from './addRows'
import { advance } from './advance'
import { noFields } from './check'
import { create } from './create'
import { link, links } from './links'
import { batchOf } from './rows'
import { submit } from './submit'

/** How a batch comes to its rows, who is at work on it, and who may not be. */
let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

const input = (...lines: string[]): CreateInput => ({
  clientKey: 'key-batch-made-00001',
  title: '十一月',
  linkMode: 'single',
  authorization: null,
  source: { kind: 'text', text: [`${headingLine}\t备注`, ...lines.map(each => `${each}\t急`)].join('\n') },
})

test('the same call again is answered with the batch there is, and with nothing of what was read', async () => {
  const first = await create(world.deps, operator, input(line(1)))
  expect(first).toMatchObject({ outcome: 'created', unknownHeadings: ['备注'], leftOut: [{ name: '备注' }] })
  const again = await create(world.deps, operator, input(line(1)))
  expect(again).toEqual({ ...first, outcome: 'repeated', unknownHeadings: [], leftOut: [] })
  expect(world.rows()).toHaveLength(1)
})

test('who calls the plain one is never asked', async () => {
  const asking = { ...input(line(1)), reading: { ask: true } }
  expect(await create(world.deps, operator, asking)).toMatchObject({ outcome: 'created' })
})

test('rows are drafts of a certain age, and the audit says how many were imported', async () => {
  const { batch } = await create(world.deps, operator, input(line(1), line(2)))
  const now = world.deps.clock()
  expect(world.row(2)).toMatchObject({
    history: [{ state: 'draft', at: now, cause: 'imported' }],
    redactAt: now + world.deps.config.policy.retentionDays * 24 * 3600_000,
  })
  expect(world.store.all('batches')).toMatchObject([{ listKey: `${now}_${batch.id}`, lastNumber: 2 }])
  expect(await world.store.get('audit', `${batch.id}_1`)).toMatchObject({ event: 'imported', rows: 2 })
})

test.each([
  ['测试员甲', '', ''],
  ['', '13800138000', ''],
  ['', '', '110101199001010015'],
])('a row that names its administrator as %s %s %s keeps what it says', async (admin, mobile, idNumber) => {
  const own = line(1, { admin, mobile }).replace('110101199001010015', idNumber)
  const administrator = {
    name: '测试员丙',
    mobile: '13900139000',
    idType: 'residentId' as const,
    idNumber: '110101199001010023',
  }
  await create(world.deps, operator, { ...input(own), administrator })
  expect(world.row(1).issues.some(({ code }) => code === 'missing')).toBe(true)
})

test('more rows than a batch takes make none, and leave nothing', async () => {
  const lines = Array.from({ length: 1001 }, () => line(1))
  expect(await codeOf(create(world.deps, operator, input(...lines)))).toBe('TOO_MANY_ROWS')
  expect([world.rows(), world.store.all('batches')]).toEqual([[], []])
})

test('without a vendor that takes batches there are none', async () => {
  for (const driver of world.deps.drivers.values()) Object.assign(driver, { batch: undefined })
  expect(await codeOf(create(world.deps, operator, input(line(1))))).toBe('VENDOR_OFF')
})

describe('rows that are added', () => {
  const add = (id: string, intake: string, ...names: string[]) =>
    addRows(world.deps, operator, {
      id,
      intake,
      administrator: undefined,
      entries: names.map(name => ({ ...noFields(), name })),
    })

  test('come behind the others, each once however often the call is tried, and only what was added is told', async () => {
    const id = await world.batchOf(2)
    const added = await add(id, 'first', '示例甲有限公司', '示例乙有限公司')
    expect(added.map(({ number, name }) => [number, name])).toEqual([
      [3, '示例甲有限公司'],
      [4, '示例乙有限公司'],
    ])
    await add(id, 'second', '示例丙有限公司')
    expect((await add(id, 'first', '示例甲有限公司', '示例乙有限公司')).map(({ number }) => number)).toEqual([
      3, 4,
    ])
    expect(world.rows().map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
    expect(await add(id, 'nothing')).toEqual([])
    expect(world.rows()).toHaveLength(5)
    const imported = world.store
      .all('audit')
      .flatMap(row => ('batchId' in row ? [`${row.event} ${row.rows}`] : []))
    expect(imported).toEqual(['imported 2', 'imported 2', 'imported 1', 'imported 0'])
  })

  test('fill a batch to its last place and no further', async () => {
    const id = await world.batchOf(1)
    const { version } = await batchOf(world.deps, id)
    await world.store.replace('batches', id, version, { lastNumber: 998 })
    expect(await codeOf(add(id, 'three', '示例甲有限公司', '示例乙有限公司', '示例丙有限公司'))).toBe(
      'TOO_MANY_ROWS',
    )
    expect((await add(id, 'two', '示例甲有限公司', '示例乙有限公司')).map(({ number }) => number)).toEqual([
      999, 1000,
    ])
    expect(await codeOf(add(id, 'one', '示例丁有限公司'))).toBe('TOO_MANY_ROWS')
  })
})

describe('who is at work on a batch', () => {
  const now = () => world.deps.clock()
  const run = async (id: string, sendsOnly = false) =>
    advance(world.deps, await batchOf(world.deps, id), { deadline: now() + 5000, watched: false, sendsOnly })
  const waiting = async (changes: Parameters<BatchWorld['store']['replace']>[3] = {}) => {
    world.batches.onRegister = () => ({ kind: 'transient', code: 'CONNECT', detail: '' })
    const id = await world.submittedOf(1)
    world.batches.onRegister = () => null
    const { version } = await batchOf(world.deps, id)
    await world.store.replace('batches', id, version, { paused: null, ...changes })
    await world.setRow(1, { dueAt: now() })
    world.batches.registrations = []
    return id
  }

  test('nobody else is, and it is free afterwards', async () => {
    const id = await waiting()
    let busy: unknown
    world.batches.onRegister = async () => {
      busy = (await batchOf(world.deps, id)).busyUntil
      await run(id)
      return null
    }
    await run(id)
    expect(busy).toBe(now() + 15_000)
    expect(world.batches.registrations).toHaveLength(1)
    expect(await batchOf(world.deps, id)).toMatchObject({ busyUntil: 0, paused: null })
  })

  test('while it pauses nothing is sent, and what was sent is asked about', async () => {
    const paused = { code: 'DAILY_LIMIT', until: now() + 60_000 } as const
    const id = await waiting()
    await run(id)
    world.pass(60_000)
    const { version } = await batchOf(world.deps, id)
    await world.store.replace('batches', id, version, { paused: { ...paused, until: now() + 1 } })
    await run(id)
    expect(world.states()).toEqual(['ready'])
    expect((await batchOf(world.deps, id)).paused).toEqual({ ...paused, until: now() + 1 })
    world.pass(1)
    await run(id)
    expect((await batchOf(world.deps, id)).paused).toBeNull()
  })

  test('a run that only sends asks about nothing', async () => {
    const id = await waiting()
    await run(id)
    world.pass(60_000)
    const before = { ...world.batches.asked }
    await run(id, true)
    expect(world.batches.asked).toEqual(before)
    await run(id)
    expect(world.batches.asked).not.toEqual(before)
  })

  test('a run that finds nothing new counts no rows, and leaves the batch as it was', async () => {
    const id = await world.submittedOf(20)
    for (let looks = 0; looks < 3; looks++) {
      world.pass(20 * 60_000)
      await run(id)
    }
    world.pass(1)
    const { store, counts } = countedStore(world.deps.store)
    const before = await batchOf(world.deps, id)
    const after = await advance({ ...world.deps, store }, before, { deadline: now() + 5000, watched: false })
    expect(after).toEqual({ ...before, version: before.version + 2 })
    expect(counts.documents).toBeLessThan(20)
  })

  test('a pause that begins or ends changes the batch, and one that goes on does not', async () => {
    const id = await waiting()
    await world.setRow(1, { updatedAt: now() - 1 })
    const changedAt = async () => (await run(id)).updatedAt
    world.pass(1000)
    world.batches.rowsPerDay = 0
    const begun = now()
    expect(await changedAt()).toBe(begun)
    world.pass(1000)
    expect(await changedAt()).toBe(begun)
    await world.setRow(1, { state: 'draft' })
    world.pass(24 * 3600_000)
    expect(await changedAt()).toBe(now())
  })

  test('of a sender that died nobody knows what it sent, once it cannot live any more', async () => {
    const id = await waiting()
    await world.setRow(1, { state: 'sending', dueAt: now() + 1 })
    await run(id)
    expect(world.states()).toEqual(['sending'])
    world.pass(1)
    await run(id)
    expect(world.row(1)).toMatchObject({ state: 'indeterminate', dueAt: now() + 1000 })
    expect([world.batches.registrations, world.batches.asked.standing]).toEqual([[], 0])
  })

  test('a row that somebody sends again in this moment is not lost', async () => {
    const id = await waiting()
    await world.setRow(1, { state: 'sending', dueAt: now() })
    let begun = false
    world.store.beforeWrite(async (operation, collection) => {
      if (collection !== 'batch_rows' || operation !== 'updateMany' || begun) return
      begun = true
      await world.setRow(1, { dueAt: now() + 90_000 })
    })
    await run(id)
    expect([begun, world.states()]).toEqual([true, ['sending']])
  })
})

test('of two links that are fetched at the same moment one is kept, and both are good', async () => {
  const id = await world.batchOf(1)
  await submit(world.deps, operator, { id })
  world.pass(30_000)
  await advance(world.deps, await batchOf(world.deps, id), {
    deadline: world.deps.clock() + 5000,
    watched: true,
  })
  const [first] = (await links(world.deps, operator, { id })).links
  const group = first?.group ?? ''
  const both = await Promise.all([1, 2].map(() => link(world.deps, operator, { id, group })))
  expect(both.map(each => each.link.state)).toEqual(['live', 'live'])
  expect(world.store.all('links')).toMatchObject([{ _id: `${id}_${group}`, rowIds: [world.row(1)._id] }])
  expect(world.row(1).name).toBe(organizationName(1))
})
