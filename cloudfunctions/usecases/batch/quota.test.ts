import { countedStore } from '../../../test/support/counted-store'
import { createWorld, type World } from '../../../test/support/world'
import { sentToday, takeOfToday } from './quota'

let world: World
beforeEach(() => {
  world = createWorld()
})

const take = (rows: number, limit = 8000) => takeOfToday(world.deps, 'ess', rows, limit)
const sent = () => sentToday(world.deps, 'ess')
/** Puts the clock of the world to this moment. */
const setClock = (at: string) => world.pass(Date.parse(at) - world.deps.clock())

test('parallel takes never go over the limit, and use it up', async () => {
  const taken = await Promise.all(Array.from({ length: 120 }, () => take(10, 1000)))
  expect(taken.filter(Boolean)).toHaveLength(100)
  expect(await sent()).toBe(1000)
})

test('a crowd is not taken for a day that is used up', async () => {
  const taken = await Promise.all(Array.from({ length: 100 }, () => take(1)))
  expect(taken).not.toContain(false)
  expect(await sent()).toBe(100)
})

test('a take that does not fit takes nothing; a smaller one still fits', async () => {
  expect([await take(8, 10), await take(3, 10), await take(2, 10), await take(1, 10)]).toEqual([
    true,
    false,
    true,
    false,
  ])
})

test('what is given back can be taken again', async () => {
  await take(10, 10)
  await take(-4, 10)
  expect([await take(5, 10), await take(4, 10), await sent()]).toEqual([false, true, 10])
})

test('nothing is taken or given back without a question', async () => {
  const { store, counts } = countedStore(world.deps.store)
  expect(await takeOfToday({ ...world.deps, store }, 'ess', 0, 10)).toBe(true)
  expect(counts).toMatchObject({ reads: 0, writes: 0 })
})

test('what was taken yesterday is not given back to today', async () => {
  setClock('2026-11-22T23:59:59.999+08:00')
  await take(10)
  setClock('2026-11-23T00:00:00.000+08:00')
  expect(await take(-10)).toBe(true)
  expect(world.store.all('counters')).toHaveLength(1)
  await take(4)
  await take(-10)
  expect(await sent()).toBe(4)
})

test('takes and returns at the same time add up', async () => {
  await take(100)
  await Promise.all(Array.from({ length: 40 }, (_, index) => take(index % 2 ? -3 : 5)))
  expect(await sent()).toBe(100 + 20 * 5 - 20 * 3)
})

test('every vendor has its own limit', async () => {
  await take(10, 10)
  expect(await takeOfToday(world.deps, 'other', 10, 10)).toBe(true)
})

test('the day begins at midnight in Beijing', async () => {
  setClock('2026-11-22T23:59:59.999+08:00')
  expect([await take(10, 10), await take(1, 10)]).toEqual([true, false])
  setClock('2026-11-23T00:00:00.000+08:00')
  expect(await sent()).toBe(0)
  expect(await take(10, 10)).toBe(true)
})
