import type { LinkView } from '../../../cloud/types'
import { allReminders, reminderOf } from './remind'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAppBaseInfo: () => ({ language: 'zh_CN' }) },
}))

const now = 1_700_000_000_000
const link: LinkView = {
  group: '0123456789abcdef_1',
  administrator: { name: '王*', mobile: '138****8000' },
  rows: 3,
  state: 'live',
  link: {
    app: { kind: 'miniProgram', appId: 'wx1', path: 'p', envVersion: 'release', embedded: true },
    qrImage: 'https://vendor.example/qr.png',
    url: 'https://vendor.example/long',
    shortUrl: 'https://vendor.example/s',
    page: 'packages/verify/link/index?id=x&t=y',
    expiresAt: now + 3600_000,
  },
  unasked: 0,
  leftOut: [],
  notCovered: 0,
  failures: [],
}

test('says for how many, until when, and where', () => {
  expect(reminderOf(link, now)).toMatch(
    /^您好，还有 3 家企业等您完成认证，请在 .+ 前打开：https:\/\/vendor\.example\/s$/,
  )
})

test('one that does not hold all of them is still the way in', () => {
  expect(reminderOf({ ...link, state: 'stale' }, now)).toBe(reminderOf(link, now))
})

test.each([
  ['a link that is over', { ...link, state: 'expired' as const }],
  ['no link', { ...link, state: 'none' as const, link: null }],
  ['nobody left to finish', { ...link, rows: 0 }],
])('%s reminds nobody', (_what, view) => {
  expect(reminderOf(view, now)).toBeNull()
})

test('all of them at once say whom each is for, and nothing of those who are done', () => {
  const texts = allReminders([link, { ...link, rows: 0 }, { ...link, rows: 1 }], now)
  expect(texts).toHaveLength(2)
  expect(texts[0]).toMatch(/^王\* 138\*\*\*\*8000：您好/)
})
