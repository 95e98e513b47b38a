import { canonicalJson, parseJsonKeepingIds, parseRecord } from './json'

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

test('only an object is a record', () => {
  expect(parseRecord('{"id":2802478225723232852}')).toEqual({ id: '2802478225723232852' })
  for (const text of ['[1]', '"text"', 'null', '7', '{', '', `${'{"a":'.repeat(65)}1${'}'.repeat(65)}`])
    expect(parseRecord(text)).toBeNull()
})

test('what stands beside each other does not nest', () => {
  for (const each of ['[]', '{}']) {
    const many = parseJsonKeepingIds(`[${Array(100).fill(each).join()}]`)
    expect(many).toEqual(Array(100).fill(JSON.parse(each)))
  }
  const deep = `${'{"a":'.repeat(64)}1${'}'.repeat(64)}`
  expect(parseJsonKeepingIds(deep)).toEqual(JSON.parse(deep))
  expect(() => parseJsonKeepingIds(`{"a":${deep}}`)).toThrow('nested too deeply')
})

test('keys are sorted, however many and in whatever order', () => {
  const sorted = '{"a":null,"b":1,"c":[],"d":"x"}'
  for (const order of ['abcd', 'dcba', 'bdac', 'cadb'])
    expect(
      canonicalJson(Object.fromEntries([...order].map(key => [key, { a: null, b: 1, c: [], d: 'x' }[key]]))),
    ).toBe(sorted)
})
