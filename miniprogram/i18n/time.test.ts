import { ago, clock, dayAndHour, left } from './time'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAppBaseInfo: () => ({ language: 'zh_CN' }) },
}))

const now = new Date(2026, 0, 2, 15, 4).getTime()
const minute = 60_000
const hour = 60 * minute

test.each([
  [30_000, '刚刚'],
  [5 * minute, '5 分钟前'],
  [3 * hour + minute, '3 小时前'],
  [30 * hour, '2026-01-01 09:04'],
  [-minute, '刚刚'],
])('%i ms ago reads %s', (gone, text) => {
  expect(ago(now - gone, now)).toBe(text)
})

test.each([
  [0, null],
  [-1, null],
  [30_000, '不到 1 分钟'],
  [119 * minute, '119 分钟'],
  [47 * hour, '47 小时'],
  [50 * hour, '2 天'],
  [30 * 24 * hour - 1000, '30 天'],
])('%i ms left reads %s', (rest, text) => {
  expect(left(now + rest, now)).toBe(text)
})

test('the clock shows the time of the phone', () => {
  expect(clock(now)).toBe('2026-01-02 15:04')
})

test('a day of this year needs no year', () => {
  expect(dayAndHour(now, now)).toBe('1月2日 15:04')
  expect(dayAndHour(new Date(2025, 11, 31, 9, 5).getTime(), now)).toBe('2025年12月31日 09:05')
})
