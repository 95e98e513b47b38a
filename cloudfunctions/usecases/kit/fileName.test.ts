import { fileName } from './fileName'

test.each([
  ['十一月', '十一月'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
  [' /两端的?  ', '两端的'],
  ['一行 \n\t 又一行', '一行 又一行'],
])('%j is %j in the name of a file', (title, expected) => {
  expect(fileName(title)).toBe(expected)
})
