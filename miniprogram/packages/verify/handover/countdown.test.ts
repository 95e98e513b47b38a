import { countdownText } from './countdown'

test.each([
  [245_000, '4:05'],
  [60_000, '1:00'],
  [59_001, '1:00'],
  [1, '0:01'],
  [0, null],
  [-5_000, null],
])('%i ms are shown as %s', (left, expected) => {
  expect(countdownText(1_000_000 + left, 1_000_000)).toBe(expected)
})
