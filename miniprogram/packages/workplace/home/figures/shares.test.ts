import { axisTop, lengthOf, shareText } from './shares'

test.each([
  [80, 100, '80%'],
  [1, 3, '33%'],
  [0, 5, '0%'],
  [5, 5, '100%'],
  [1, 1000, '<1%'],
  [1, 100, '1%'],
  [99, 100, '99%'],
  [999, 1000, '>99%'],
  [0, 0, '–'],
])('%d of %d is %s', (part, whole, text) => {
  expect(shareText(part, whole)).toBe(text)
})

test.each([
  [1, 3, '33.3%'],
  [0, 3, '0%'],
  [4, 3, '100%'],
  [-1, 3, '0%'],
  [0, 0, '0%'],
])('%d of %d is drawn %s long', (part, whole, length) => {
  expect(lengthOf(part, whole)).toBe(length)
})

test.each([
  [0, 2],
  [1, 2],
  [3, 4],
  [9, 10],
  [10, 10],
  [11, 20],
  [61, 80],
  [100, 100],
  [101, 200],
  [950, 1000],
])('an axis for %d ends at %d', (most, top) => {
  expect(axisTop(most)).toBe(top)
})
