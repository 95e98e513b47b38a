import { createBatchWorld, operator } from '../../test/support/batch-world'
import { createServerWorld } from '../../test/support/server-world'
import { createWorld, proven, type World } from '../../test/support/world'
import type { Failure } from '../vendors/driver'
import { submit } from './batch/submit'
import { deliver } from './integration/deliver'
import { tell } from './integration/tell'
import { sweep } from './sweep'
import { refresh } from './verification/refresh'
import { start } from './verification/start'

/** What a run that may not wait any longer makes of a call: nobody was asked. */
const outOfTime: Failure = { kind: 'transient', code: 'BUDGET', detail: 'no time left in this run' }

async function started(world: World, people: number): Promise<void> {
  for (let index = 0; index < people; index++) {
    const owner = `person-${index}`
    await start(world.deps, owner, await world.startInput({}, owner))
  }
  world.pass(20_000)
}

test('a sweep stops when its time for asking is over, says so, and the next one goes on', async () => {
  const world = createWorld()
  await started(world, 40)
  let mayAsk = 10
  world.vendor.onQuery = () => {
    mayAsk -= 1
    return proven('attempt')
  }
  const deps = { ...world.deps, hasTime: () => mayAsk > 0 }
  const first = await sweep(deps)
  expect(first).toMatchObject({ left: true, failed: 0 })
  const verified = () => world.store.all('verifications').filter(({ state }) => state === 'verified').length
  expect(verified()).toBeGreaterThanOrEqual(10)
  expect(verified()).toBeLessThan(40)
  mayAsk = 100
  expect(await sweep(deps)).toMatchObject({ left: false })
  expect(verified()).toBe(40)
  expect(world.vendor.questions).toHaveLength(40)
})

test('who could not be asked about is neither blamed nor put off', async () => {
  const world = createWorld()
  await started(world, 1)
  const before = world.store.all('verifications')[0]
  world.vendor.onQuery = () => outOfTime
  await sweep(world.deps)
  const after = world.store.all('verifications')[0]
  expect(after).toMatchObject({ state: before?.state, problem: null, history: before?.history })
  // As soon as the lease is over: a minute, and less than a second by which no two runs are the same.
  expect((after?.dueAt ?? 0) - world.deps.clock()).toBeLessThan(61_000)
  world.pass(61_000)
  world.vendor.onQuery = () => proven('attempt')
  await sweep(world.deps)
  expect(world.store.all('verifications')).toMatchObject([{ state: 'verified' }])
})

test('a person is told a sentence, and nothing is lost', async () => {
  const world = createWorld()
  await started(world, 1)
  const [{ _id: id } = { _id: '' }] = world.store.all('verifications')
  world.vendor.onQuery = () => outOfTime
  await expect(refresh(world.deps, 'person-0', { id })).rejects.toMatchObject({
    code: 'VENDOR_UNAVAILABLE',
    message: expect.stringMatching(/稍后/),
  })
  world.vendor.onQuery = () => proven('attempt')
  await refresh(world.deps, 'person-0', { id })
  expect(world.store.all('verifications')).toMatchObject([{ state: 'verified' }])
})

test('a start for which there was no time can be begun again', async () => {
  const world = createWorld()
  world.vendor.onStart = () => outOfTime
  const { verification } = await start(world.deps, 'alice', await world.startInput())
  expect(verification).toMatchObject({ state: 'created', problem: { code: 'VENDOR_UNAVAILABLE' } })
})

test('rows for which there was no time wait where they were, without a pause, and go once', async () => {
  const world = await createBatchWorld()
  const id = await world.batchOf(60)
  let calls = 0
  world.batches.onRegister = () => (++calls > 2 ? outOfTime : null)
  const deps = { ...world.deps, hasTime: () => calls <= 2 }
  await submit(deps, operator, { id })
  const states = () => world.store.all('batch_rows').map(({ state }) => state)
  expect(states().filter(state => state === 'queued').length).toBeGreaterThan(0)
  expect(states().filter(state => state !== 'queued' && state !== 'accepted' && state !== 'ready')).toEqual(
    [],
  )
  expect(world.store.all('batches')).toMatchObject([{ paused: null, busyUntil: 0 }])
  world.batches.onRegister = () => null
  world.pass(1000)
  await sweep(world.deps)
  const names = [...world.batches.tasks.values()].flat()
  expect([names.length, new Set(names).size]).toEqual([60, 60])
})

test('rows that could not be asked about are as due as before', async () => {
  const world = await createBatchWorld()
  const id = await world.batchOf(10)
  await submit(world.deps, operator, { id })
  world.pass(20 * 60_000)
  const [driver] = world.deps.drivers.values()
  if (!driver?.batch) throw new Error('no batches')
  const rows = () =>
    world.store.all('batch_rows').map(({ state, dueAt, fruitless }) => [state, dueAt, fruitless])
  const before = rows()
  const silent = { ...driver.batch, prepared: async () => outOfTime, progress: async () => outOfTime }
  const drivers = new Map([['ess' as const, { ...driver, batch: silent }]])
  await sweep({ ...world.deps, drivers })
  expect(rows()).toEqual(before)
})

test('a receiver that had no time to answer is not blamed for it: the next run sends the same event', async () => {
  const world = await createServerWorld()
  await world.endpoint()
  const at = world.deps.clock()
  const data = { id: 'v_1', state: 'verified' as const, bizId: 'order-7' }
  await tell(world.deps, [{ source: 'row-1', type: 'verification.verified', subjectId: 'v_1', at, data }])
  await deliver({ ...world.deps, outbound: async () => ({ cut: true }) }, at + 20_000)
  expect(world.store.all('deliveries')).toMatchObject([{ state: 'pending', tries: [] }])
  expect(world.store.all('endpoints')).toMatchObject([{ failures: 0, stopped: null }])
  world.pass(90_001)
  expect(await deliver(world.deps, world.deps.clock() + 20_000)).toMatchObject({ delivered: 1 })
})
