import { wrapped } from './wrap'

/** Every character is ten wide, Latin ones five. */
const measure = (text: string) =>
  [...text].reduce((width, sign) => width + (sign.charCodeAt(0) < 128 ? 5 : 10), 0)
const lines = (text: string, width: number, most = 9) => wrapped(text, width, most, measure)

test.each([
  ['fits a line', '员工入职', 40, ['员工入职']],
  ['is broken anywhere between Chinese characters', '员工入职实名认证', 30, ['员工入', '职实名', '认证']],
  ['keeps words whole', '请用 WeChat 扫码', 50, ['请用', 'WeChat 扫', '码']],
  ['breaks a word that fits no line', 'abcdefgh', 20, ['abcd', 'efgh']],
  ['keeps the lines that were typed', '第一行\n\n第二行', 90, ['第一行', '第二行']],
  ['begins no line with a comma', '员工入职，谢谢', 40, ['员工入', '职，谢谢']],
  ['counts a character beyond the basic plane once', '𠮷野家𠮷', 30, ['𠮷野家', '𠮷']],
  ['is nothing when it is blank', ' \n ', 30, []],
])('a text that %s', (_name, text, width, expected) => {
  expect(lines(text, width)).toEqual(expected)
})

test('what does not fit is cut with an ellipsis within the width', () => {
  expect(lines('员工入职实名认证', 40, 1)).toEqual(['员工入…'])
  expect(lines('第一行\n第二行', 90, 1)).toEqual(['第一行…'])
})

test('no line is wider than allowed, whatever the text', () => {
  const text =
    '杭州云上科技有限公司 (Hangzhou) 邀请您：完成“实名认证”，https://example.com/a-very-long-path！'
  for (const width of [30, 55, 80, 120]) {
    expect(lines(text, width).filter(line => measure(line) > width)).toEqual([])
  }
})

test.each([
  ['keeps what another system ended its lines with', '甲\r\n乙', 90, ['甲', '乙']],
  ['has blanks around its lines', '  甲  \n  乙', 90, ['甲', '乙']],
  ['is only as wide as the line', 'abcd', 20, ['abcd']],
  ['begins with a blank where it is broken', '员工 入职', 25, ['员工', '入职']],
  ['has a blank where the line is full', '员工 入职', 20, ['员工', '入职']],
  ['has one sign and a comma in a narrow line', '员，', 10, ['员', '，']],
  ['has two signs before a comma', '员工，', 20, ['员', '工，']],
  ['has two blanks where it is broken', '员工  入职啊', 20, ['员工', '入职', '啊']],
  ['has a blank before the sign that a comma takes along', '工 员，职', 25, ['工', '员，', '职']],
  ['has a word behind two blanks that is as wide as the line', '员工  abcd', 20, ['员工', 'abcd']],
  ['has a blank before a comma', '入职员工 ，谢', 45, ['入职员', '工，谢']],
  ['has a blank at the end of a word before a bracket', 'ab )', 15, ['a', 'b)']],
  ['has more blanks around than the line has room', '  甲乙  ', 20, ['甲乙']],
  ['has signs wider than any line', '员工', 5, ['员', '工']],
  ['has a word as wide as the line', '员abcd', 20, ['员', 'abcd']],
])('a text that %s, too', (_name, text, width, expected) => {
  expect(lines(text, width)).toEqual(expected)
})

test('of a line with no room at all the ellipsis is left, and no blank before it', () => {
  expect(lines('员工入职', 5, 1)).toEqual(['…'])
  expect(lines('员工 入职', 40, 1)).toEqual(['员工…'])
})

test('a blank that ends a full line leaves none before a word that fills the next', () => {
  expect(lines('甲乙丙 abcdef', 30)).toEqual(['甲乙丙', 'abcdef'])
})
