import { clock } from '../../../i18n/time'
import { linkText } from './texts'
import { validityText } from './validity'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAppBaseInfo: () => ({ language: 'zh_CN' }) },
}))

const now = 1_790_000_000_000
const hour = 3_600_000

test.each([
  [30 * hour, linkText('valid.days', { days: 1, hours: 6 })],
  [48 * hour, linkText('valid.wholeDays', { days: 2 })],
  [5 * hour, linkText('valid.hours', { hours: 5 })],
  [5 * 60_000, linkText('valid.minutes', { minutes: 5 })],
  [1000, linkText('valid.lastMinute')],
])('%d ms before it ends it says how long it is good, and until when', (left, said) => {
  const expiresAt = now + left
  expect(said).toMatch(/./)
  expect(validityText(expiresAt, now)).toBe(linkText('valid.until', { left: said, time: clock(expiresAt) }))
})

test('a link that is over says so', () => {
  expect(validityText(now, now)).toBe(linkText('valid.over'))
})
