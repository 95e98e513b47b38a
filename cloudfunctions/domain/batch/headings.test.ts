import type { Table } from '../sheet/table'
import { columnOf, findHeading, headingTexts, meaningOf, valueTexts } from './headings'
import { adminIdTypes, authorizations, type Column, columns } from './row'

const tableOf = (...lines: string[][]): Table => lines.map((cells, index) => ({ number: index + 1, cells }))

test.each(['zh', 'en'] as const)('our own headings and values in %s are understood again', language => {
  expect(columns.map(column => columnOf(headingTexts[language][column]))).toEqual([...columns])
  const { adminIdType, authorization } = valueTexts[language]
  expect(adminIdTypes.map(value => meaningOf('adminIdType', adminIdType[value]))).toEqual([...adminIdTypes])
  expect(authorizations.map(value => meaningOf('authorization', authorization[value]))).toEqual([
    ...authorizations,
  ])
})

test.each<[string, Column | null]>([
  ['公司名称', 'name'],
  ['单位名称', 'name'],
  ['商户名称', 'name'],
  ['* 企业名称（必填）', 'name'],
  ['企业 名称\n(与营业执照一致)', 'name'],
  ['ORGANIZATION_NAME', 'name'],
  ['信用代码', 'creditCode'],
  ['统一社会信用代码(税号)', 'creditCode'],
  ['税号', 'creditCode'],
  ['USCC', 'creditCode'],
  ['法人', 'legalName'],
  ['法人姓名', 'legalName'],
  ['法定代表人(负责人)', 'legalName'],
  ['住所', 'address'],
  ['经办人', 'adminName'],
  ['超管姓名', 'adminName'],
  ['联系人', 'adminName'],
  ['手机号', 'adminMobile'],
  ['联系电话', 'adminMobile'],
  ['Admin mobile (required)', 'adminMobile'],
  ['管理员证件类型', 'adminIdType'],
  ['身份证号', 'adminIdNumber'],
  ['管理员身份证号码*', 'adminIdNumber'],
  ['授权方式', 'authorization'],
  ['法人身份证号', null],
  ['法人手机号', null],
  ['姓名', null],
  ['备注', null],
  ['', null],
])('%j is the column %s', (heading, column) => {
  expect(columnOf(heading)).toBe(column)
})

test.each([
  ['adminIdType', '身份证', 'residentId'],
  ['adminIdType', 'ID card', 'residentId'],
  ['adminIdType', '港澳居民来往内地通行证', 'hkMacauPermit'],
  ['adminIdType', '港澳台居民居住证', 'hkMacauTaiwanResidence'],
  ['adminIdType', '护照', '护照'],
  ['authorization', '法人授权', 'legalPerson'],
  ['authorization', '委托书', 'letter'],
  ['authorization', '授权书 + 对公打款', 'letterAndTransfer'],
  ['authorization', '授权书＋对公打款', 'letterAndTransfer'],
  ['authorization', 'letterAndTransfer', 'letterAndTransfer'],
  ['authorization', '', ''],
  ['name', '身份证', '身份证'],
] as const)('in %s, %s means %s', (column, text, value) => {
  expect(meaningOf(column, text)).toBe(value)
})

test('titles and hints above the headings are passed over', () => {
  const table = tableOf(
    ['企业名称清单'],
    ['请如实填写企业名称和信用代码'],
    ['序号', '企业名称', '信用代码'],
    ['1', '甲', '乙'],
  )
  expect(findHeading(table)).toEqual({
    index: 2,
    end: 3,
    columns: [null, 'name', 'creditCode'],
    unused: [{ column: 0, name: '序号', why: 'counter' }],
  })
})

test('of two headings for one column the first wins, and the second is reported like unknown ones', () => {
  const table = tableOf(['企业名称', '公司名称', '行业', '信用代码', ''])
  expect(findHeading(table)).toEqual({
    index: 0,
    end: 1,
    columns: ['name', null, null, 'creditCode', null],
    unused: [
      { column: 1, name: '公司名称', why: 'twice' },
      { column: 2, name: '行业', why: 'unknown' },
      { column: 4, name: 'E', why: 'unnamed' },
    ],
  })
})

test('one known word is no heading, and neither is one far below', () => {
  expect(findHeading(tableOf(['企业名称'], ['甲']))).toBeNull()
  const far = Array.from({ length: 20 }, () => ['甲'])
  expect(findHeading(tableOf(...far, ['企业名称', '信用代码']))).toBeNull()
})
