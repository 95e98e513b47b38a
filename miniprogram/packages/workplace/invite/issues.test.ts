import type { InviteeIssue } from '../../../cloud/types'
import { issueText, linesNotListed } from './issues'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAppBaseInfo: () => ({ language: 'zh_CN' }) },
}))

test.each<[Omit<InviteeIssue, 'line'>, string]>([
  [{ column: 'name', code: 'missing' }, '没有填写'],
  [{ column: 'mobile', code: 'malformed' }, '不是 11 位手机号'],
  [{ column: 'applicantMobile', code: 'malformed' }, '不是 11 位手机号'],
  [{ column: 'name', code: 'malformed' }, '格式不正确，请核对'],
  [{ column: 'name', code: 'unclear', suggestion: '买买提·艾力' }, '是不是“买买提·艾力”？请对照证件确认'],
  [{ column: 'name', code: 'unclear' }, '写法有多种可能，请对照证件确认'],
  [{ column: 'idNumber', code: 'impossible' }, '出生日期或地区不存在，请对照证件核对'],
  [{ column: 'idNumber', code: 'checkDigit' }, '校验位对不上，请核对是否抄错'],
  [{ column: 'name', code: 'duplicate', other: 4 }, '与第 4 行重复'],
  [{ column: 'name', code: 'duplicate' }, '与另一行重复'],
  [{ column: 'name', code: 'missing', other: 4, suggestion: '买买提·艾力' }, '没有填写'],
])('case %#: %j', (issue, text) => {
  expect(issueText({ line: 2, ...issue }, 'person').what).toBe(text)
})

test('where it is, is said by line and column, as the subject calls it', () => {
  expect(issueText({ line: 12, column: 'name', code: 'missing' }, 'organization').where).toBe(
    '第 12 行 · 企业名称',
  )
})

test('lines of which nothing is listed are counted once', () => {
  const issues = [3, 3, 5].map(line => ({ line, column: 'name', code: 'missing' }) as const)
  expect(linesNotListed(issues, 8)).toBe(6)
  expect(linesNotListed(issues, 2)).toBe(0)
})
