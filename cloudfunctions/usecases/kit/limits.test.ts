import { codeOf } from '../../../test/support/refusal'
import { createWorld, type World } from '../../../test/support/world'
import { TooOften } from '../../domain/errors'
import { type LimitName, limitNames, limitOf } from '../../domain/limits'
import type { Store } from '../../platform/store'
import { sweep } from '../sweep'
import type { Deps } from './deps'
import { clearCounts, closedFor, closeUntil, count, giveBack } from './limits'
import { createTally } from './tally'

let world: World
beforeEach(() => {
  world = createWorld()
})

/** The same database, seen from another instance. */
const otherInstance = (): Deps => ({ ...world.deps, tally: createTally() })
const limitTo = (name: LimitName, most: number) => {
  world.deps.config.limits = { ...world.deps.config.limits, [name]: most }
}

test.each(limitNames)('%s: so many in a window, and again in the next', async name => {
  limitTo(name, 3)
  // Not on a whole second: what is told to wait must be enough.
  world.pass(500)
  for (let index = 0; index < 3; index++)
    expect(await codeOf(count(world.deps, name, 'alice'))).toBe('no error')
  const refused = await count(world.deps, name, 'alice').catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(TooOften)
  if (!(refused instanceof TooOften)) return
  expect(refused.retryAfter).toBeGreaterThan(0)
  expect(refused.retryAfter * 1000).toBeLessThanOrEqual(limitOf(name).window)
  expect(await codeOf(count(world.deps, name, 'bob'))).toBe('no error')
  world.pass(refused.retryAfter * 1000)
  expect(await codeOf(count(world.deps, name, 'alice'))).toBe('no error')
})

test.each([
  [45, '请在 45 秒后再试'],
  [61, '请在 2 分钟后再试'],
  [7201, '请在 3 小时后再试'],
])('the sentence says when: %d s', (seconds, sentence) => {
  expect(new TooOften('TOO_MANY_CALLS', seconds).message).toBe(`操作太频繁,${sentence}`)
})

const everywhere = limitNames.filter(name => limitOf(name).kept === 'everywhere')
const instance = limitNames.filter(name => limitOf(name).kept === 'instance')

test.each(everywhere)('%s: many at the same moment, over several instances, are no more', async name => {
  limitTo(name, 10)
  const instances = [world.deps, otherInstance(), otherInstance()]
  const codes = await Promise.all(
    Array.from({ length: 90 }, (_, index) =>
      codeOf(count(instances[index % 3] ?? world.deps, name, 'alice')),
    ),
  )
  expect(codes.filter(code => code === 'no error')).toHaveLength(10)
})

test.each(instance)('%s costs the database nothing', async name => {
  const calls = watch(world.store)
  for (let index = 0; index < 700; index++) await codeOf(count(world.deps, name, 'alice'))
  expect(calls()).toBe(0)
})

test('what is counted everywhere costs one call, and none once it is refused', async () => {
  limitTo('handovers', 5)
  const calls = watch(world.store)
  for (let index = 0; index < 5; index++) await count(world.deps, 'handovers', 'alice')
  expect(calls()).toBe(5)
  await codeOf(count(world.deps, 'handovers', 'alice'))
  const learned = calls()
  for (let index = 0; index < 100; index++) await codeOf(count(world.deps, 'handovers', 'alice'))
  expect(calls()).toBe(learned)
})

test('what another rule has closed is refused at once, to its last moment, and nobody else', async () => {
  const closed = () => closedFor(world.deps, 'wrongKeys', '203.0.113.7')
  expect(closed()).toBeNull()
  closeUntil(world.deps, 'wrongKeys', '203.0.113.7', world.deps.clock() + 1500)
  expect(closed()).toBe(2)
  expect(closedFor(world.deps, 'wrongKeys', '203.0.113.8')).toBeNull()
  expect(await codeOf(count(world.deps, 'wrongKeys', '203.0.113.7'))).toBe('TOO_MANY_CALLS')
  world.pass(1499)
  expect(closed()).toBe(1)
  world.pass(1)
  expect(closed()).toBeNull()
  expect(await codeOf(count(world.deps, 'wrongKeys', '203.0.113.7'))).toBe('no error')
})

test('what did not happen is given back', async () => {
  limitTo('attempts', 1)
  await count(world.deps, 'attempts', 'alice')
  await giveBack(world.deps, 'attempts', 'alice')
  expect(await codeOf(count(world.deps, 'attempts', 'alice'))).toBe('no error')
})

test('what is given back twice is no credit', async () => {
  limitTo('attempts', 1)
  await count(world.deps, 'attempts', 'alice')
  for (let time = 0; time < 3; time++) await giveBack(world.deps, 'attempts', 'alice')
  expect(await codeOf(count(world.deps, 'attempts', 'alice'))).toBe('no error')
  expect(await codeOf(count(otherInstance(), 'attempts', 'alice'))).toBe('TOO_MANY_ATTEMPTS')
})

test('a counter that is no window of time is not cleared', async () => {
  await world.store.insert('counters', { _id: 'rows:ess:today', version: 1, value: 7, until: 0 })
  await clearCounts(world.deps, world.deps.clock())
  expect(world.store.all('counters')).toMatchObject([{ value: 7 }])
})

test('an instance remembers no more than it may, whoever comes', () => {
  const tally = createTally()
  for (let index = 0; index < 100_000; index++) tally.of(`id-${index}`, 10, 0).count += 1
  expect(tally.of('id-99999', 10, 0).count).toBe(1)
  expect(tally.of('id-0', 10, 0).count).toBe(0)
})

test('the counts name nobody, and go once their window is over', async () => {
  for (const name of everywhere) await count(world.deps, name, 'alice')
  expect(JSON.stringify(world.store.all('counters'))).not.toContain('alice')
  expect(world.store.all('counters')).toHaveLength(everywhere.length)
  world.pass(24 * 3_600_000)
  await sweep(world.deps)
  expect(world.store.all('counters')).toEqual([])
})

function watch(store: Store): () => number {
  const spies = (['get', 'insert', 'replace', 'find', 'updateMany', 'remove'] as const).map(name =>
    jest.spyOn(store, name),
  )
  return () => spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
}
