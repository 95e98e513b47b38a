import { moveText, whatText } from './words'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAppBaseInfo: () => ({ language: 'zh_CN' }) },
}))

test.each([
  ['started', 'userSubmitted', '发起：本人提交了信息'],
  ['notice', 'vendorVerified', '收到机构通知：机构确认已通过'],
  ['sweep', 'redacted', '巡检：个人信息已按期删除'],
  ['withdraw', 'consentWithdrawn', '撤回同意：本人不再同意，不再询问机构'],
  ['erase', 'erased', '删除信息：本人要求，个人信息已清除'],
  ['moved', 'somethingNew', '其他（moved）：somethingNew'],
])('%s because of %s reads %s', (event, cause, text) => {
  expect(whatText({ event, cause })).toBe(text)
})

test.each([
  ['processing', 'verified', '办理中 → 已认证'],
  [null, 'created', '提交中'],
  ['verified', 'verified', '已认证'],
] as const)('from %s to %s reads %s', (from, to, text) => {
  expect(moveText({ from, to })).toBe(text)
})
