import { liveSecrets, rotated, takes } from './endpoint'

const day = 24 * 3600_000

test('a new secret stands in front, the one of before signs for a day, older ones not at all', () => {
  const first = [{ secret: 'a', until: null }]
  const second = rotated(first, 'b', 0)
  expect(liveSecrets(second, day - 1)).toEqual(['b', 'a'])
  expect(liveSecrets(second, day)).toEqual(['b'])
  expect(liveSecrets(rotated(second, 'c', 1), 2)).toEqual(['c', 'b'])
})

test('the same rotation, done again after a death, keeps the secret of before', () => {
  const once = rotated([{ secret: 'a', until: null }], 'b', 0)
  expect(rotated(once, 'b', 1000)).toEqual(once)
})

test.each([
  [{ types: null, stopped: null }, true],
  [{ types: ['ping' as const], stopped: null }, true],
  [{ types: ['batch.finished' as const], stopped: null }, false],
  [{ types: null, stopped: { why: 'operator' as const, at: 1 } }, false],
])('case %#: takes it or not', (endpoint, expected) => {
  expect(takes(endpoint, 'ping')).toBe(expected)
})

test('the first secret has none before it', () => {
  expect(rotated([], 'a', 5)).toEqual([{ secret: 'a', until: null }])
})
