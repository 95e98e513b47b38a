import { type Bounds, isWithin } from './bounds'

const bounds: Bounds = { depth: 2, values: 5, characters: 10 }

test.each([
  ['nothing', undefined],
  ['a text as long as allowed', 'x'.repeat(10)],
  ['as deep as allowed', { a: { b: 1 } }],
  ['as many as allowed', [1, 2, 3, 4]],
  ['names and texts together', { name: 'x'.repeat(6) }],
  ['nothing in a field', { a: null, b: undefined }],
  ['values at several places', { a: [1], b: [2] }],
  ['texts in a list, whose places are no names', ['xx', 'xx', 'xx', 'xxxx']],
])('%s is within', (_what, value) => {
  expect(isWithin(value, bounds)).toBe(true)
})

test.each([
  ['a longer text', 'x'.repeat(11)],
  ['one level more', { a: { b: { c: 1 } } }],
  ['one level of lists more', [[[]]]],
  ['one value more', [1, 2, 3, 4, 5]],
  ['values at several places', { a: [1, 2], b: [3] }],
  ['a long name', { ['n'.repeat(11)]: 1 }],
  ['names and texts together', { name: 'x'.repeat(7) }],
])('%s is not', (_what, value) => {
  expect(isWithin(value, bounds)).toBe(false)
})

test('a pit of a hundred thousand levels is left at the first one too many', () => {
  let pit: unknown[] = []
  for (let level = 0; level < 100_000; level++) pit = [pit]
  expect(isWithin(pit, bounds)).toBe(false)
})

test('what still waits to be looked at counts with what was', () => {
  const bounds = { depth: 9, values: 6, characters: 99 }
  expect(isWithin([[1, 2], [3]], bounds)).toBe(true)
  expect(isWithin([[1, 2, 3], [4]], bounds)).toBe(false)
  expect(isWithin([[4], [1, 2, 3]], bounds)).toBe(false)
  expect(isWithin([1, 2, [3, 4]], bounds)).toBe(true)
  expect(isWithin([1, 2, 3, [4, 5]], bounds)).toBe(false)
})
