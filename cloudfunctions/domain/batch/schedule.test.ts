import { nextRowLook } from './schedule'

const now = Date.parse('2026-11-30T00:00:00Z')
const seconds = 1000
const minutes = 60 * seconds

test('links are asked for within seconds, then more and more rarely', () => {
  const pauses = Array.from({ length: 8 }, (_, fruitless) =>
    nextRowLook(now, { state: 'accepted', fruitless, updatedAt: now }),
  ).map(at => ((at ?? 0) - now) / seconds)
  expect(pauses).toEqual([3, 5, 10, 20, 30, 60, 120, 300])
})

test('links that are not there after nine looks are looked for like anything else', () => {
  const looks = { fruitless: 8, updatedAt: now - 9 * minutes }
  expect(nextRowLook(now, { state: 'accepted', ...looks })).toBe(
    nextRowLook(now, { state: 'ready', ...looks }),
  )
})

test('whoever is under way is looked at for longer than who has never come', () => {
  const looks = { fruitless: 3, updatedAt: now - 13 * 24 * 60 * minutes }
  expect(nextRowLook(now, { state: 'ready', ...looks })).toBeNull()
  expect(nextRowLook(now, { state: 'processing', ...looks })).toBeGreaterThan(now)
})

test('a row that changed just now is looked at soon, however often in vain before', () => {
  expect(nextRowLook(now, { state: 'processing', fruitless: 50, updatedAt: now })).toBe(now + 15 * seconds)
})
