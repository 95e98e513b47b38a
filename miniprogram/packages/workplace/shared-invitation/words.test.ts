import { ActionFailureError } from '../../../cloud/call'
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
  ['licence', 'organization', '营业执照'],
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
