import { type BatchWorld, createBatchWorld } from '../../../test/support/batch-world'
import { countedStore } from '../../../test/support/counted-store'
import { advance } from './advance'
import { batchOf } from './rows'

/** Who is at work on a batch, and who may not be. */
let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

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
  const busy: unknown[] = []
  const note = async () => busy.push((await batchOf(world.deps, id)).busyUntil)
  world.batches.onRegister = async () => {
    await note()
    await run(id)
    await note()
    return null
  }
  await run(id)
  expect(busy).toEqual([now() + 15_000, now() + 15_000])
  expect(world.batches.registrations).toHaveLength(1)
  expect(await batchOf(world.deps, id)).toMatchObject({ busyUntil: 0, paused: null })
})

test('a batch that is gone is left alone', async () => {
  const id = await waiting()
  const found = await batchOf(world.deps, id)
  await world.store.remove('batches', id, found.version)
  const after = await advance(world.deps, found, { deadline: now() + 5000, watched: false })
  expect([after, world.batches.registrations]).toEqual([found, []])
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
  // What waits is not looked at before the end.
  expect(world.row(1).dueAt).toBe((await batchOf(world.deps, id)).paused?.until)
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
