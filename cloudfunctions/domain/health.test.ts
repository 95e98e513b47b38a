import { type HealthRow, healthId, healthIds, healthUntil, usageOf } from './health'

const day = 24 * 3600_000
const midnight = Date.parse('2026-11-30T00:00:00+08:00')
const noon = midnight + day / 2

const row = (name: 'api' | 'sweep', at: number, reads: number, writes = 0, calls = 0): HealthRow => ({
  _id: healthId(name, at),
  version: 1,
  at,
  until: healthUntil(at),
  reads,
  writes,
  calls,
  release: '1',
  settings: 'a',
  sweep: null,
})

test('a row is of one function and one day in Beijing, and is kept 31 days after it', () => {
  expect(healthId('api', midnight)).toBe('api:2026-11-30')
  expect(healthId('api', midnight - 1)).toBe('api:2026-11-29')
  expect(healthUntil(noon)).toBe(midnight + 32 * day)
})

test('what is looked at are the rows of every function, today and the thirty days before', () => {
  const ids = healthIds(noon)
  expect(new Set(ids).size).toBe(4 * 31)
  for (const name of ['api', 'callback', 'server', 'sweep'])
    expect(ids.filter(id => id.startsWith(`${name}:`)).sort()).toEqual(
      Array.from({ length: 31 }, (_, back) => healthId(name as 'api', noon - back * day)).sort(),
    )
})

test('the functions of a day are added up, and a day is the mean of the whole days before', () => {
  const rows = [
    row('api', noon, 1, 2, 3),
    row('sweep', noon, 10, 20, 30),
    row('api', noon - day, 100, 10, 1),
    row('sweep', noon - day, 100, 10, 0),
    row('api', noon - 2 * day, 101, 20, 0),
  ]
  expect(usageOf(rows, noon)).toEqual({
    today: { reads: 11, writes: 22, calls: 33 },
    aDay: { reads: 151, writes: 20, calls: 1 },
  })
})

test('on the first day the day is today as it would go on', () => {
  const today = { reads: 10, writes: 4, calls: 2 }
  expect(usageOf([row('api', noon, 10, 4, 2)], noon)).toEqual({
    today,
    aDay: { reads: 20, writes: 8, calls: 4 },
  })
  // Nothing can be said of a day that has just begun, but it is a number.
  expect(usageOf([row('api', midnight, 1)], midnight).aDay.reads).toBe(day)
})

test('where nothing was noted nothing was used', () => {
  const nothing = { reads: 0, writes: 0, calls: 0 }
  expect(usageOf([], noon)).toEqual({ today: nothing, aDay: nothing })
  expect(usageOf([row('api', noon - day, 7)], noon)).toEqual({
    today: nothing,
    aDay: { reads: 7, writes: 0, calls: 0 },
  })
})
