import { failureOf, mostTries, nextTry, patience, pauses, restOf, retryAfterOf } from './delivery'

const hour = 3600_000

test('ten tries over about three days', () => {
  expect(mostTries).toBe(10)
  expect(patience / hour).toBeCloseTo(75.6, 1)
  expect(nextTry(9, 0, 0.5, null)).toBe(24 * hour)
  expect(nextTry(10, 0, 0.5, null)).toBeNull()
})

test('the pauses are spread by a tenth either way', () => {
  expect(nextTry(2, 1000, 0, null)).toBe(1000 + 270_000)
  expect(nextTry(2, 1000, 0.5, null)).toBe(1000 + 300_000)
  expect(nextTry(2, 1000, 0.999999, null)).toBe(1000 + 330_000)
})

test('a receiver may ask for more time, not for less, and for a day at most', () => {
  expect(nextTry(1, 0, 0.5, 60_000)).toBe(60_000)
  expect(nextTry(3, 0, 0.5, 1000)).toBe(pauses[2])
  expect(nextTry(1, 0, 0.5, 99 * 24 * hour)).toBe(24 * hour)
})

test.each([
  [200, null],
  [204, null],
  [299, null],
  [300, 'redirect'],
  [301, 'redirect'],
  [307, 'redirect'],
  [400, 'status'],
  [404, 'status'],
  [410, 'gone'],
  [429, 'slowDown'],
  [500, 'status'],
  [502, 'slowDown'],
  [504, 'slowDown'],
  [100, 'status'],
  [0, 'status'],
])('an answer of %d means %s', (status, failure) => {
  expect(failureOf(status)).toBe(failure)
})

test.each([
  ['120', 120_000],
  ['0', 0],
  ['Thu, 01 Jan 1970 00:01:00 GMT', 60_000],
  ['soon', null],
  ['Thu, 99 Foo 1970 00:01:00 GMT', null],
  ['thu, 01 Jan 1970 00:01:00 GMT', null],
  ['x120', null],
  ['120x', null],
  ['1'.repeat(10), null],
  ['9'.repeat(9), 999_999_999_000],
  ['-5', null],
  ['9'.repeat(41), null],
  ['Thu, 01 Jan 1970 00:01:00 GMT'.padEnd(40), 60_000],
  ['Thu, 01 Jan 1970 00:01:00 GMT'.padEnd(41), null],
  ['x Thu, 01 Jan 1970 00:01:00 GMT', null],
  [undefined, null],
])('Retry-After %s', (header, wish) => {
  expect(retryAfterOf(header, 0)).toBe(wish)
})

test('an endpoint rests after five failures in a row, a quarter of an hour at most', () => {
  expect([0, 4, 5, 6, 8, 9, 100].map(restOf)).toEqual([0, 0, 60_000, 120_000, 480_000, 900_000, 900_000])
})

test('a time that is over is no time to wait', () => {
  expect(retryAfterOf('Thu, 01 Jan 1970 00:01:00 GMT', 61_000)).toBe(0)
})
