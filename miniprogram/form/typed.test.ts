import {
  businessNumber,
  faultOf,
  type Kind,
  mobile,
  organizationName,
  paperNumber,
  personName,
  registerNumber,
  rightForm,
} from './typed'

test.each<[string, Kind, string, string]>([
  ['a sign nobody sees', personName, '测试员丙\u200b', '测试员丙'],
  ['blanks of a paste', mobile, '137 0000 0888', '13700000888'],
  ['a country code', mobile, '+86 137-0000-0888', '13700000888'],
  ['full width', mobile, '１３７０００００８８８', '13700000888'],
  ['full width and blanks', paperNumber('residentId'), '１１０１０５ 19491231 002x', '11010519491231002X'],
  ['small letters', registerNumber, '91350100m000100y43 ', '91350100M000100Y43'],
  ['half-width brackets', organizationName, '示例(杭州)有限公司', '示例（杭州）有限公司'],
  ['blanks around a number of another system', businessNumber, ' HT-2026/1\u200b ', 'HT-2026/1'],
  ['nothing', personName, '  ', ''],
])('%s is put right', (_name, kind, typed, right) => {
  expect(rightForm(kind, typed)).toBe(right)
})

test('what is no number is neither changed nor sent unsaid', () => {
  expect(rightForm(mobile, ' 12345 ')).toBe('12345')
  expect(faultOf(mobile, '12345')).toEqual({ suggestion: null })
  expect(faultOf(mobile, '137 0000 0888')).toBeNull()
  expect(faultOf(mobile, ' ')).toBeNull()
})

test('where it may be meant in more than one way, it is asked about', () => {
  expect(faultOf(personName, '买买提 艾力')).toEqual({ suggestion: '买买提·艾力' })
})

test('a number of another system keeps its signs, but not more than are taken', () => {
  expect(faultOf(businessNumber, '〔2026〕京0105民初123号')).toBeNull()
  expect(faultOf(businessNumber, 'a\uFFFDb')).not.toBeNull()
  expect(['9'.repeat(64), '9'.repeat(65)].map(each => faultOf(businessNumber, each))).toEqual([
    null,
    { suggestion: null },
  ])
})

test('an input holds every paste whole', () => {
  expect(mobile.longest).toBeGreaterThanOrEqual('+86 (137) 0000-0888'.length)
  expect(paperNumber('residentId').longest).toBeGreaterThanOrEqual(
    '1 1 0 1 0 1 1 9 9 0 0 1 0 1 0 0 3 X'.length,
  )
})
