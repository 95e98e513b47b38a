import { mount } from '../../../../test/support/hooks'
import { countdownText, useCountdown } from './countdown'

jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

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

test('it runs second by second while it matters, and ends', async () => {
  jest.useFakeTimers({ now: 1_000_000 })
  const given = { expiresAt: 1_003_000, running: true }
  const page = mount(() => useCountdown(given.expiresAt, given.running))
  const seen = [page()]
  for (let second = 0; second < 3; second++) {
    await jest.advanceTimersByTimeAsync(1000)
    seen.push(page())
  }
  expect(seen).toEqual(['0:03', '0:02', '0:01', null])
  expect(jest.getTimerCount()).toBe(0)
  // Another code came later than the page.
  jest.setSystemTime(1_100_000)
  given.expiresAt = 1_105_000
  page()
  expect(page()).toBe('0:05')
  given.running = false
  page()
  expect(jest.getTimerCount()).toBe(0)
  await jest.advanceTimersByTimeAsync(3000)
  expect(page()).toBe('0:05')
  jest.useRealTimers()
})
