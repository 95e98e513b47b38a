import { ActionFailureError } from '../../../cloud/call'
import { sharedTexts } from './texts'
import { fieldLabel, invitationFailureText } from './words'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAppBaseInfo: () => ({ language: 'zh_CN' }) },
}))

test.each([
  ['name', 'person', '姓名'],
  ['name', 'organization', '企业名称'],
  ['applicantMobile', 'organization', '经办人手机号'],
  ['bizId', 'person', '业务编号'],
] as const)('%s of a %s is called %s', (field, subject, label) => {
  expect(fieldLabel(field, subject)).toBe(label)
})

test.each([
  ['NOT_FOUND', '没有找到这份邀请'],
  ['KEY_CONFLICT', '内容有变化，请再点一次“创建邀请”。'],
  ['BUSY', '刚才有其他操作，请刷新后再试'],
] as const)('%s reads %s', (code, text) => {
  expect(invitationFailureText(new ActionFailureError(code, ''), '创建邀请')).toBe(text)
})

const names = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort().join()

test('no text is empty, and each takes the same parameters in both languages', () => {
  const { zh, en } = sharedTexts
  const keys = Object.keys(zh) as (keyof typeof zh)[]
  expect(keys.filter(key => !zh[key].trim() || !en[key].trim())).toEqual([])
  expect(keys.filter(key => names(zh[key]) !== names(en[key]))).toEqual([])
})
