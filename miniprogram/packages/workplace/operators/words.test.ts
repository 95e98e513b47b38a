import { ActionFailureError } from '../../../cloud/call'
import { byEnd, endText, grouped, labelFailureText, nameOf, removeFailureText, tagOf } from './words'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }))

test.each([
  ['A1B2C3D4E5F60718293A', 'A1B2 C3D4 E5F6 0718 293A'],
  ['A1B2C', 'A1B2 C'],
  ['A1B2', 'A1B2'],
  ['', ''],
])('the code %s is read aloud as "%s"', (code, groups) => {
  expect(grouped(code)).toBe(groups)
})

test.each([
  [{ self: true, label: '' }, '我'],
  [{ self: true, label: '王芳' }, '我'],
  [{ self: false, label: '王芳' }, '王芳'],
  [{ self: false, label: '' }, '首位所有者'],
])('case %#: %j is called %s', (operator, name) => {
  expect(nameOf(operator)).toBe(name)
})

test('the invitation that ends first comes first', () => {
  const open = [2, 1].map(expiresAt => ({ id: '', role: 'viewer' as const, label: '', expiresAt }))
  expect(byEnd(open).map(each => each.expiresAt)).toEqual([1, 2])
  expect(open.map(each => each.expiresAt)).toEqual([2, 1])
})

test('an invitation says when it ends, and that it has', () => {
  const end = new Date(2026, 0, 2, 3, 4).getTime()
  expect(endText(end, end - 1)).toBe('1月2日 03:04 到期')
  expect(endText(end, end)).toBe('已到期')
})

test('that the last owner stays is said with a way on, the rest as everywhere', () => {
  expect(removeFailureText(new ActionFailureError('LAST_OWNER', ''))).toMatch(/请先邀请另一位所有者/)
  expect(removeFailureText(new ActionFailureError('BUSY', ''))).toBe('刚才有其他操作，请刷新后再试')
})

test('only what is wrong with the input is said at the label', () => {
  expect(labelFailureText(new ActionFailureError('INVALID_INPUT', '', 'label'))).toBe(
    '请填写称呼，最多 30 个字',
  )
  expect(labelFailureText(new ActionFailureError('NETWORK', ''))).toBeNull()
})

test('the more somebody may do, the more it stands out', () => {
  expect((['viewer', 'operator', 'owner'] as const).map(tagOf)).toEqual(['idle', 'busy', 'good'])
})
