import { canBeHad, columnLetters, numbersText } from './leftOut'

test.each([
  [[], ''],
  [[3], '3'],
  [[3, 7, 8, 9], '3, 7-9'],
  [[1, 2], '1-2'],
  [[1, 3, 5], '1, 3, 5'],
  [
    Array.from({ length: 20 }, (_, index) => 2 * index),
    '0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38',
  ],
  [
    Array.from({ length: 21 }, (_, index) => 2 * index),
    '0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38 …',
  ],
])('the rows %j are written %s', (numbers, text) => {
  expect(numbersText(numbers)).toBe(text)
})

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('column %i is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters)
})

test('what is hidden can be had, and another sheet; what says nothing to us cannot', () => {
  const left = { name: 'x', count: 1 } as const
  expect(canBeHad({ ...left, what: 'row', why: 'hidden' })).toBe(true)
  expect(canBeHad({ ...left, what: 'sheet', why: 'notChosen' })).toBe(true)
  expect(canBeHad({ ...left, what: 'column', why: 'notChosen' })).toBe(false)
  expect(canBeHad({ ...left, what: 'sheet', why: 'example' })).toBe(false)
  expect(canBeHad({ ...left, what: 'column', why: 'unknown' })).toBe(false)
})
