import { findingsIn } from './check-patterns'

const found = (pattern: string) => findingsIn('a.ts', `\nconst pattern = ${pattern}\n`)

test.each([
  ['nested repetition', '/^(a+)+$/'],
  ['a list whose separator may be missing', String.raw`/^(?:\d{1,3}\.?)*$/`],
  ['a search that begins anew at every character', String.raw`/[\w.+-]+@[\w-]+/g`],
  ['a text without its end', String.raw`/"(?:[^"\\]|\\.)*"/g`],
  ['digits that may not be followed', String.raw`/-?\d{16,}(?![\d.eE])/g`],
  ['a tag without its end', '/<c[^>]*>/'],
  ['blanks at the end', String.raw`/\s+$/`],
])('%s is found', (_what, pattern) => {
  expect(found(pattern)).toEqual([`a.ts:2 may take more than linear time: ${pattern}`])
})

test.each([
  String.raw`/^[\w-]{1,64}$/`,
  String.raw`/^v_[0-9a-f]{32}(_\d+)?$/`,
  '/[^）)]*[）)]?/g',
  String.raw`/\s+/g`,
])('%s is fine', pattern => {
  expect(found(pattern)).toEqual([])
})

test('a pattern that is put together cannot be looked at', () => {
  expect(found("new RegExp('a' + b)")).toHaveLength(1)
  expect(found("RegExp('a')")).toHaveLength(1)
})
