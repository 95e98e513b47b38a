import { optionsOf, valueText } from './values'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }))

test.each([
  ['adminIdType', '', '居民身份证'],
  ['adminIdType', 'hkMacauPermit', '港澳居民来往内地通行证'],
  ['adminIdType', '护照', '护照'],
  ['authorization', '', '按批次设置（法人授权）'],
  ['authorization', 'letter', '授权书'],
  ['authorization', '口头', '口头'],
  ['address', '', '未填写'],
  ['address', '天府大道', '天府大道'],
] as const)('%s "%s" reads %s', (column, value, text) => {
  expect(valueText(column, value, '法人授权')).toBe(text)
})

test('before the batch is known, nothing is said about its setting', () => {
  expect(optionsOf('authorization', '').map(each => each.title)).toEqual([
    '按批次设置',
    '法人授权',
    '授权书',
    '授权书+对公打款',
  ])
})
