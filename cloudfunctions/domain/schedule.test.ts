import { nextDue } from './schedule'

const far = Number.MAX_SAFE_INTEGER

test('looks become rarer and never stop', () => {
  const pauses = [0, 1, 2, 3, 4, 5, 6, 7, 8, 99].map(fruitless => nextDue(0, fruitless, far) / 1000)
  expect(pauses).toEqual([15, 30, 60, 120, 300, 600, 1800, 3600, 3600, 3600])
})

test('the moment of expiry is never slept through', () => {
  expect(nextDue(0, 7, 45_000)).toBe(45_000)
  expect(nextDue(50_000, 0, 45_000)).toBe(65_000)
})
