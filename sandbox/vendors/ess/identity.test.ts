import { fileProblem, isBase64, LETTER, LICENCE } from './files'
import {
  hasHalfWidthBrackets,
  isAddress,
  isCreditCode,
  isIdCardNumber,
  isMobile,
  isMobileOfPerson,
  isNumberOf,
} from './identity'
import { newId, newRequestId, newShortKey } from './ids'
import { maskLink, maskPerson } from './masks'
import { PNG } from './test-support'

// 91350100M000100Y43 is the example of GB 32100-2015.
test.each(['91350100M000100Y43', '91110000MA0123456P'])('%s is a credit code', code => {
  expect(isCreditCode(code)).toBe(true)
})

test.each([
  ['another check sign', '91350100M000100Y44'],
  ['17 signs', '91350100M000100Y4'],
  ['lower case', '91350100m000100y43'],
  ['a sign that is not used', '91350100I000100Y43'],
  ['nothing', ''],
])('a credit code with %s is wrong', (_, code) => {
  expect(isCreditCode(code)).toBe(false)
})

test('an identity card has 17 digits and their check sign', () => {
  expect(isIdCardNumber('110101199003070003')).toBe(true)
  expect(isIdCardNumber('110101199003070004')).toBe(false)
  expect(isIdCardNumber('11010119900307000')).toBe(false)
  expect(isIdCardNumber('11010119901307001X')).toBe(false)
})

test("the number of the vendor's own examples passes, its neighbours do not", () => {
  expect(isIdCardNumber('620000198802020000')).toBe(true)
  expect(isIdCardNumber('620000198802020001')).toBe(false)
})

test('the check sign X is written in upper case', () => {
  expect(isIdCardNumber('11010119900307002X')).toBe(true)
  expect(isIdCardNumber('11010119900307002x')).toBe(false)
})

test('the other documents have forms of their own', () => {
  expect(isNumberOf('HONGKONG_AND_MACAO', 'H1234567890')).toBe(true)
  expect(isNumberOf('HONGKONG_AND_MACAO', '110101199003070003')).toBe(false)
  expect(isNumberOf('HONGKONG_MACAO_AND_TAIWAN', '810000199003070001')).toBe(true)
  expect(isNumberOf('HONGKONG_MACAO_AND_TAIWAN', 'H1234567890')).toBe(false)
})

test('a mobile number has eleven digits; a country code is for persons', () => {
  expect(isMobile('13900000000')).toBe(true)
  expect(isMobile('23900000000')).toBe(false)
  expect(isMobile('1390000000')).toBe(false)
  expect(isMobile('+8613900000000')).toBe(false)
  expect(isMobileOfPerson('+8613900000000')).toBe(true)
})

test('an address names a province, city, district or county', () => {
  expect(isAddress('深圳市南山区1000号腾讯大厦')).toBe(true)
  expect(isAddress('测试地址')).toBe(false)
})

test('only brackets of half width are wrong', () => {
  expect(hasHalfWidthBrackets('示例(北京)有限公司')).toBe(true)
  expect(hasHalfWidthBrackets('示例（北京）有限公司')).toBe(false)
})

describe('files', () => {
  const base64 = (bytes: Buffer | string) => Buffer.from(bytes).toString('base64')
  const sized = (bytes: number) => base64(Buffer.concat([PNG, Buffer.alloc(bytes - PNG.length)]))

  test('are told by their first bytes', () => {
    expect(fileProblem(base64(PNG), LICENCE)).toBeUndefined()
    expect(fileProblem(base64(Buffer.from([0xff, 0xd8, 0xff, 0xe0])), LICENCE)).toBeUndefined()
    expect(fileProblem(base64('%PDF-1.7'), LICENCE)).toBe('格式不是PNG、JPG')
    expect(fileProblem(base64('%PDF-1.7'), LETTER)).toBeUndefined()
    expect(fileProblem(base64('GIF89a'), LETTER)).toBe('格式不是PNG、JPG、PDF')
  })

  test('have 5 MB as a licence and 8 MB as a letter', () => {
    const MB = 1024 * 1024
    expect(fileProblem(sized(5 * MB), LICENCE)).toBeUndefined()
    expect(fileProblem(sized(5 * MB + 1), LICENCE)).toBe('大小超过5MB')
    expect(fileProblem(sized(8 * MB), LETTER)).toBeUndefined()
    expect(fileProblem(sized(8 * MB + 1), LETTER)).toBe('大小超过8MB')
  })

  test.each([
    ['a data URL', `data:image/png;base64,${base64(PNG)}`],
    ['line breaks', `${base64(PNG).slice(0, 8)}\n${base64(PNG).slice(8)}`],
    ['the URL alphabet', '-_-_'],
    ['a missing end', base64(PNG).slice(0, -1)],
    ['nothing', ''],
  ])('are not base64 with %s', (_, text) => {
    expect(fileProblem(text, LICENCE)).toBe('不是base64编码')
  })

  test('base64 is canonical', () => {
    expect(isBase64('YQ==')).toBe(true)
    expect(isBase64('YR==')).toBe(false)
  })
})

test('ids have the forms of the vendor', () => {
  expect(newId()).toMatch(/^yD[0-9A-Za-z]{30}$/)
  expect(newShortKey()).toMatch(/^yD[0-9A-Za-z]{18}$/)
  expect(newRequestId(1_700_000_000_000)).toMatch(/^s1700000000000\d{6}$/)
})

test.each([
  ['典子谦', '典*谦'],
  ['典谦', '典*'],
  ['欧阳子谦', '欧**谦'],
  ['典', '典*'],
  ['', ''],
])('%s is shown as %s', (name, shown) => {
  expect(maskPerson(name)).toBe(shown)
})

test.each([
  ['pages/guide/index?to=A&shortKey=yDCHpURDfR6iEkdpsDde', 'pages/guide/index?to=A&shortKey=yDCH…'],
  [
    '/pages/guide/index?to=B&urlAuthToken=yDSx0UUgtjuaf4&orgName=示例',
    '/pages/guide/index?to=B&urlAuthToken=yDSx…&orgName=示例',
  ],
  ['http://127.0.0.1:1/s/8gDKUBAWK8', 'http://127.0.0.1:1/s/8gDK…'],
  ['/imgs/qrcode_urls/a_b/yDCHHUUckpbd.png', '/imgs/qrcode_urls/a_b/yDCH….png'],
])('the link %s keeps its keys to itself', (link, shown) => {
  expect(maskLink(link)).toBe(shown)
})
