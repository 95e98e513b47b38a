import { labelOf, textOf } from './label'

test.each([
  ['text', 'text', 'text'],
  [17, '17', '17'],
  ['a.b-c_1', 'a.b-c_1', 'a.b-c_1'],
  ['<b', '<b', ''],
  ['b>', 'b>', ''],
  ['a b', 'a b', ''],
  ['x'.repeat(65), 'x'.repeat(65), ''],
  ['', '', ''],
  [null, '', ''],
  [['text'], '', ''],
])('%j is the text %j and the label %j', (value, text, label) => {
  expect(textOf(value)).toBe(text)
  expect(labelOf(value)).toBe(label)
})
