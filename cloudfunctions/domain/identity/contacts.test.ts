import { readBankNumber } from './bankNumber'
import { readEmail } from './email'
import { maskContact, maskIdNumber, maskName } from './mask'
import { earlierSearchForms, searchForm } from './searchForm'
import { plainText, visibleLines, visibleText } from './signs'

describe('e-mail addresses', () => {
  test.each([
    [' a@example.com ', 'a@example.com'],
    ['ａ.b+c@example.com', 'a.b+c@example.com'],
    ['a@mail.example-1.com', 'a@mail.example-1.com'],
    [`${'a'.repeat(88)}@example.com`, `${'a'.repeat(88)}@example.com`],
  ])('%s is %s', (text, value) => {
    expect(readEmail(text)).toEqual({ ok: true, value })
  })

  test.each([
    '',
    'a',
    '@example.com',
    'a@example',
    'a@example.',
    'a@.com',
    'a b@example.com',
    'a@@example.com',
    'a@example.com,b@example.com',
    `${'a'.repeat(89)}@example.com`,
  ])('%p is none', text => {
    expect(readEmail(text)).toEqual({ ok: false, code: 'malformed' })
  })
})

test.each([
  ['6222 0200-1112 2233', '6222020011122233'],
  ['123456789012', '123456789012'],
  ['1234567890123456789', '1234567890123456789'],
  ['12345678901', null],
  ['12345678901234567890', null],
  ['6222x02001112', null],
])('the bank card %s is %s', (text, value) => {
  expect(readBankNumber(text)).toEqual(value ? { ok: true, value } : { ok: false, code: 'malformed' })
})

describe('what may be shown', () => {
  test.each([
    ['', '*'],
    ['张', '*'],
    ['张三', '张*'],
    ['测试员', '测**'],
    ['欧阳测试', '欧阳**'],
    ['阿卜杜·测试测试测', '阿卜****'],
    ['𠮷野', '𠮷*'],
  ])('of the name %s is %s', (name, shown) => {
    expect(maskName(name)).toBe(shown)
  })

  test.each([
    ['', ''],
    ['123456789', '****'],
    ['1234567890', '1234****90'],
    ['110101199001010015', '1101****15'],
  ])('of the number %s is %s', (number, shown) => {
    expect(maskIdNumber(number)).toBe(shown)
  })

  test.each([
    ['mobile', '13800138000', '138****8000'],
    ['email', 'alice@example.com', 'a***@example.com'],
    ['email', '@example.com', '***@example.com'],
    ['email', 'alice', 'a***@'],
  ] as const)('of the %s %s is %s', (type, value, shown) => {
    expect(maskContact({ type, value })).toBe(shown)
  })
})

describe('finding', () => {
  test.each([
    [' 138 0013-8000', '+86 13800138000'],
    ['测试·员', '测试员'],
    ['示例（北京）有限公司', '示例(北京) 有限公司'],
    ['ht-1.2', 'ＨＴ-1.2'],
    ['〔2026〕京0105民初1号', '(2026) 京0105民初1号'],
  ])('%s and %s are found as the same', (one, other) => {
    expect(searchForm(one)).toBe(searchForm(other))
  })

  test.each([
    ['HT-1.2', 'HT-12'],
    ['HT·1', 'HT1'],
    ['13800138000', '13800138001'],
    // With a digit in it, it is a number: its signs belong to it.
    ['第1·2号', '第12号'],
  ])('%s and %s are not', (one, other) => {
    expect(searchForm(one)).not.toBe(searchForm(other))
  })

  test('what was kept before is found in the forms it was kept in', () => {
    expect(earlierSearchForms(' 138 0013 8000')).toEqual(['13800138000', '13800138000'])
    expect(earlierSearchForms('测试•员 甲')).toEqual(['测试•员甲', '测试·员甲'])
    expect(earlierSearchForms('ht 7')).toEqual(['HT7', 'HT7'])
    expect(earlierSearchForms('x'.repeat(300))[0]).toHaveLength(200)
  })
})

test('of a text everything is kept that can be seen, of several lines their order too', () => {
  expect(visibleText(' a\u200b \t b\u0000 ')).toBe('a b')
  expect(visibleLines(' a\u200b  b \r\n\n c\rd\u2028e\n')).toBe('a b\n\nc\nd\ne')
  expect(visibleLines('x\n'.repeat(2000)).length).toBeLessThanOrEqual(2000)
  for (const read of [visibleText, visibleLines, plainText]) expect(read('x'.repeat(3000))).toHaveLength(2000)
})
