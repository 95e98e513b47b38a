import type { InvitationView } from '../../../cloud/types'
import { lineOf } from './line'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAppBaseInfo: () => ({ language: 'zh_CN' }) },
}))

const now = 1_790_000_000_000
const hour = 3_600_000
const view: InvitationView = {
  id: `i_${'1'.repeat(32)}`,
  campaignId: null,
  number: 0,
  subject: 'person',
  title: '员工实名认证',
  vendor: null,
  bizId: '',
  state: 'pending',
  maskedName: '',
  maskedContact: '',
  most: 1,
  begun: 0,
  verified: 0,
  finished: 0,
  openedAt: null,
  createdAt: now - 2 * hour,
  updatedAt: now,
  expiresAt: now + 72 * hour,
}

test('one for anybody says no more than what it is for and when', () => {
  expect(lineOf(view, now)).toEqual(['个人', '2 小时前创建', '还剩 3 天'])
})

test('one of a campaign, for several people, says its number and its uses', () => {
  const full = { ...view, number: 12, most: 10, begun: 2, maskedContact: '100****0001', bizId: 'HT-1' }
  expect(lineOf(full, now)).toEqual([
    '第 12 份',
    '个人',
    '2 / 10 人',
    '100****0001',
    'HT-1',
    '2 小时前创建',
    '还剩 3 天',
  ])
})

test.each(['verified', 'finished', 'expired', 'revoked'] as const)(
  'how much time is left does not matter once it is %s',
  state => {
    expect(lineOf({ ...view, state }, now)).toEqual(['个人', '2 小时前创建'])
  },
)
