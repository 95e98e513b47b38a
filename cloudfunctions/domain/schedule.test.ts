import { nextDue } from './schedule'

const life = { lifeAt: 0, isUnderWay: true }
const minute = 60_000
const day = 24 * 60 * minute

test('the moment of expiry is never slept through', () => {
  expect(nextDue(30 * minute, life, 32 * minute)).toBe(32 * minute)
})

test('what is over, and could not be asked about, is tried again within the hour', () => {
  expect(nextDue(33 * minute, life, 32 * minute)).toBe(93 * minute)
})

test('without looks of its own it still runs out', () => {
  expect(nextDue(31 * day, { lifeAt: 0, isUnderWay: false }, 40 * day)).toBe(40 * day)
})

test('the very moment of expiry is over', () => {
  expect(nextDue(32 * minute, life, 32 * minute)).toBe(92 * minute)
})

test('while there is time it is looked at as its life wants it', () => {
  expect(nextDue(0, life, day)).toBe(15_000)
})
