import './draw'
import type { Fonts } from './fonts'
import { fitting, textAt, widthOf } from './text'

/** Latin letters half as wide as Chinese ones, an ellipsis as wide as these. */
const fonts = {
  latin: { name: 'L', widthOf: () => 500, encode: () => '' },
  chinese: { name: 'C', widthOf: () => 1000, encode: () => '' },
} as unknown as Fonts
const cut = (text: string, width: number) => fitting(text, 10, width, fonts)

test.each([
  ['员工入职', 40, '员工入职'],
  ['员工入职', 39, '员工…'],
  ['员工入职', 30, '员工…'],
  ['员工 入职', 40, '员工…'],
  ['abcd', 20, 'abcd'],
  ['abcd', 19, 'a…'],
  ['员工', 5, '…'],
  ['', 5, ''],
  ['  员\u2028\t\u200b工 \u0007', 99, '员 工'],
  ['测𠮷试\ud800\u9fa6\u9fff\u9fa5', 99, '测?试???\u9fa5'],
  ['a·é', 15, 'a·é'],
])('%j is cut to %d points: %j', (text, width, expected) => {
  expect(cut(text, width)).toBe(expected)
})

test('letters of one font are shown at once', () => {
  const style = { size: 10, gray: 0, bold: 0 }
  const told = (text: string) =>
    textAt(text, 0, 0, style, fonts).map(each => each.toString().split(' ').at(-1))
  expect(told('ab员工c').slice(-7)).toEqual(['Tf', 'Tj', 'Tf', 'Tj', 'Tf', 'Tj', 'ET'])
  expect(told('').slice(-2)).toEqual(['Td', 'ET'])
})

test('how wide a text is', () => {
  expect([widthOf('员a', 10, fonts), widthOf('', 10, fonts)]).toEqual([15, 0])
})
