import {
  isCreditCode,
  isResidentId,
  maskContact,
  maskName,
  type PaperType,
  readBusinessNumber,
  readCreditCode,
  readMobile,
  readPaper,
  readRegisterNumber,
  readResidentId,
  readWholePermit,
} from './index'

const now = Date.UTC(2026, 10, 29)

test.each([
  '13800138000',
  '+86 138-0013-8000',
  '0086 13800138000',
  '86-13800138000',
  '１３８　００１３　８０００',
  '(+86)13800138000',
  '138 0013\u200B 8000',
  '013800138000',
  '13800138000.0',
  "'13800138000",
  '138\u20110013\u20108000',
  '13800138000.00',
  "''13800138000",
])('the mobile %s is its eleven digits', text => {
  expect(readMobile(text)).toEqual({ ok: true, value: '13800138000' })
})

test.each([
  '1380013800',
  '138001380000',
  '010-12345678',
  '+85213800138000',
  '无',
  '',
  '13800138000/13900139000',
  '13800.0138000',
  "138'00138000",
])('%j is no mobile', text => expect(readMobile(text)).toEqual({ ok: false, code: 'malformed' }))

test.each([
  ['110101199001010015', { ok: true, value: '110101199001010015' }],
  ['１１０１０１ 19900101-0015', { ok: true, value: '110101199001010015' }],
  ['11010119900101004x', { ok: true, value: '11010119900101004X' }],
  ['11010119900101004×', { ok: true, value: '11010119900101004X' }],
  ['810000199001010000', { ok: true, value: '810000199001010000' }],
  ['110101202611290012', { ok: true, value: '110101202611290012' }],
  ['110101199001010014', { ok: false, code: 'checkDigit' }],
  ['11010119900101001', { ok: false, code: 'malformed' }],
  ['110101900101001', { ok: false, code: 'malformed' }],
  ['110101209901010017', { ok: false, code: 'impossible' }],
  ['110101202611300014', { ok: false, code: 'impossible' }],
  ['110101190001010014', { ok: false, code: 'impossible' }],
  // A hundred and twenty today.
  ['110101190611290017', { ok: true, value: '110101190611290017' }],
  ['110101190611280011', { ok: false, code: 'impossible' }],
  ['000000199001010018', { ok: false, code: 'impossible' }],
  ['990101199001010019', { ok: false, code: 'impossible' }],
])('the resident id %s', (text, expected) => {
  expect(readResidentId(text, now)).toEqual(expected)
})

test('the day begins in Beijing, not in Greenwich', () => {
  const number = '110101202611300014'
  expect(readResidentId(number, Date.UTC(2026, 10, 29, 15, 59))).toEqual({ ok: false, code: 'impossible' })
  expect(readResidentId(number, Date.UTC(2026, 10, 29, 16))).toEqual({ ok: true, value: number })
})

test.each<[PaperType, string, string]>([
  ['residentId', '110101 19900101 0015', '110101199001010015'],
  ['foreignResidence', 'CAN110005010110', 'CAN110005010110'],
  ['hkMacauPermit', 'H12345678', 'H12345678'],
  ['hkMacauPermit', 'm 1234567801', 'M1234567801'],
  ['taiwanPermit', '0123 4567', '01234567'],
  ['taiwanPermit', '0123456701', '0123456701'],
  ['hkMacauTaiwanResidence', '830000199001011234', '830000199001011234'],
  ['hkMacauTaiwanResidence', '８２００００199001010010', '820000199001010010'],
  ['foreignResidence', 'can110090010110', 'CAN110090010110'],
  ['foreignResidence', '91112419900101001x', '91112419900101001X'],
  ['passport', 'e 1234-5678', 'E12345678'],
])('%s %s is right', (type, text, value) => {
  expect(readPaper(type, text, now)).toEqual({ ok: true, value })
})

test.each<[PaperType, string, string]>([
  ['hkMacauPermit', 'H1234567', 'malformed'],
  ['hkMacauPermit', 'H123456789', 'malformed'],
  ['hkMacauPermit', 'C12345678', 'malformed'],
  ['taiwanPermit', '1234567', 'malformed'],
  ['taiwanPermit', 'T1234567', 'malformed'],
  ['hkMacauTaiwanResidence', 'ABC123', 'malformed'],
  ['hkMacauTaiwanResidence', '830000199001011235', 'checkDigit'],
  ['hkMacauTaiwanResidence', '110101199001010015', 'impossible'],
  ['foreignResidence', 'CAN110099130110', 'impossible'],
  ['foreignResidence', 'CAN990090010110', 'impossible'],
  ['hkMacauTaiwanResidence', '110101199008100005', 'impossible'],
  ['foreignResidence', 'CA1110090010110', 'malformed'],
  ['foreignResidence', 'XCAN110090010110', 'malformed'],
  ['foreignResidence', 'CAN1100900101100', 'malformed'],
  ['foreignResidence', '999124199001010011', 'impossible'],
  ['foreignResidence', '811124199001010016', 'impossible'],
  ['foreignResidence', '911124199001010010', 'checkDigit'],
  ['foreignResidence', '110101199001010015', 'impossible'],
  ['passport', 'ABCDEFGH', 'malformed'],
  ['passport', '护照E1234567', 'malformed'],
])('%s %s is %s', (type, text, code) => {
  expect(readPaper(type, text, now)).toEqual({ ok: false, code })
})

test('some vendors want the digits that count the cards', () => {
  expect(readWholePermit('h1234567801')).toEqual({ ok: true, value: 'H1234567801' })
  for (const text of ['H12345678', 'HH1234567801', 'H12345678011'])
    expect(readWholePermit(text)).toEqual({ ok: false, code: 'malformed' })
})

test.each([
  ['91110000ma0tea001c', { ok: true, value: '91110000MA0TEA001C' }],
  ['９１１１００００ MA0TEA-001C', { ok: true, value: '91110000MA0TEA001C' }],
  ['91110000MAOTEA00IC', { ok: false, code: 'malformed', suggestion: '91110000MA0TEA001C' }],
  ['91110000MA0TEA001D', { ok: false, code: 'checkDigit' }],
  ['91110000MA0TEA001', { ok: false, code: 'malformed' }],
  ['9111OOOOMAOTEAOO1D', { ok: false, code: 'malformed' }],
  ['91110000MA0TEA001C1', { ok: false, code: 'malformed' }],
  // The V may be a U or a Y, and the check sign fits both.
  ['V11100001000000V29', { ok: false, code: 'malformed' }],
])('the credit code %s', (text, expected) => {
  expect(readCreditCode(text)).toEqual(expected)
})

test('an older register number has no check sign', () => {
  expect(readRegisterNumber('1101 00000000015')).toEqual({ ok: true, value: '110100000000015' })
  expect(readRegisterNumber('91110000MA0TEA001D')).toEqual({ ok: false, code: 'checkDigit' })
})

test.each([
  ['（2026）京0105民初123号', '（2026）京0105民初123号'],
  [' (2026)\u200B京0105民初123号 ', '(2026)京0105民初123号'],
  ['HT 2026/1', 'HT 2026/1'],
  ['无', ''],
  ['N/A', ''],
])('the business number %j is %j', (text, value) => {
  expect(readBusinessNumber(text)).toEqual({ ok: true, value })
})

test.each([
  ['110101199001010015', true],
  ['110101199001010014', false],
  ['11010119900101001x', false],
  ['110101199013010011', false],
  ['11010118991231001X', false],
  ['110101190001010014', true],
  ['11010119900101001', false],
])('%s is a resident id: %s', (value, expected) => {
  expect(isResidentId(value)).toBe(expected)
})

test('a credit code is not a code of letters it has not', () => {
  expect(isCreditCode('91110000MA0TEA001C')).toBe(true)
  expect(isCreditCode('91110000MAOTEA001C')).toBe(false)
})

test.each([
  ['张三', '张*'],
  ['王小明', '王**'],
  ['欧阳修文', '欧阳**'],
  ['甲', '*'],
])('the name %s is shown as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked)
})

test('a contact keeps just enough to be recognised by its owner', () => {
  expect(maskContact({ type: 'mobile', value: '13800138000' })).toBe('138****8000')
  expect(maskContact({ type: 'email', value: 'someone@example.com' })).toBe('s***@example.com')
})
