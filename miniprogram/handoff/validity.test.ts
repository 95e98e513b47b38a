import { validityText } from './validity'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAppBaseInfo: () => ({ language: 'zh_CN' }) },
}))

const now = new Date(2026, 0, 2, 15, 4).getTime()

test('a link with a lifetime says until when and how long that is', () => {
  expect(validityText(now + 5 * 60_000, now)).toBe('2026-01-02 15:09 前有效（还剩 5 分钟），请勿转发给他人。')
})

test('a link whose time is over says so', () => {
  expect(validityText(now, now)).toBe('链接已过期，请重新获取。')
})

test('a link without a stated limit is only called private', () => {
  expect(validityText(null, now)).toBe('这是您的专属链接，请勿转发给他人。')
})
