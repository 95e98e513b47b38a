import { isHeld } from './lease'

test.each([
  ['one that is over', 999, false],
  ['one that ends this moment', 1000, false],
  ['one that lasts', 1001, true],
  ['the longest there is', 1100, true],
  ['one that a clock an hour ahead has written', 3_601_000, false],
])('%s', (_what, until, held) => {
  expect(isHeld(until, 1000, 100)).toBe(held)
})
