import { canonicalJson, parseJsonKeepingIds } from './json'

test('ids of 16 digits and more stay texts, shorter numbers stay numbers', () => {
  expect(
    parseJsonKeepingIds('{"id":2802478225723232852,"list":[1234567890123456],"code":0,"f":1.5}'),
  ).toEqual({
    id: '2802478225723232852',
    list: ['1234567890123456'],
    code: 0,
    f: 1.5,
  })
})

test('digits inside a text are left alone', () => {
  const text = '{"a":"n: 2802478225723232852, \\"1234567890123456\\""}'
  expect(parseJsonKeepingIds(text)).toEqual(JSON.parse(text))
})

test('the order of keys does not matter', () => {
  expect(canonicalJson({ b: 1, a: { d: [{ z: 1, y: 2 }], c: 3 } })).toBe(
    '{"a":{"c":3,"d":[{"y":2,"z":1}]},"b":1}',
  )
})

test('numbers that are no ids stay numbers, whatever their length', () => {
  expect(parseJsonKeepingIds('[-1234567890123456,1234567890123456.5,1234567890123456e2]')).toEqual([
    '-1234567890123456',
    1234567890123456.5,
    1234567890123456e2,
  ])
})

test('what nests deeper than anything of a vendor is no JSON to us', () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
  expect(parseJsonKeepingIds(nested(64))).toBeInstanceOf(Array)
  expect(() => parseJsonKeepingIds(nested(65))).toThrow(SyntaxError)
  expect(parseJsonKeepingIds(`"${'['.repeat(100)}"`)).toBe('['.repeat(100))
})
