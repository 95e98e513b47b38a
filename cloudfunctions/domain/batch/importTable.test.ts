import type { Sheet } from '../sheet/table'
import { importTable } from './importTable'

const tableOf = (...lines: string[][]): Sheet[] => [
  {
    name: '',
    hidden: false,
    lines: lines.map((cells, index) => ({ number: index + 1, cells })),
    hiddenColumns: [],
  },
]
const nothing = {
  name: '',
  creditCode: '',
  legalName: '',
  address: '',
  adminName: '',
  adminMobile: '',
  adminIdType: '',
  adminIdNumber: '',
  authorization: '',
}

test('rows have their fields by column, whatever the order, and the line they stood in', () => {
  const table = tableOf(
    ['2026 年度企业清单'],
    ['信用代码', '备注', '企业名称', '授权方式'],
    ['甲码', '急', '示例甲有限公司', '法人授权'],
    ['', '', '示例乙有限公司'],
  )
  expect(importTable(table)).toEqual({
    rows: [
      {
        line: 3,
        fields: { ...nothing, name: '示例甲有限公司', creditCode: '甲码', authorization: 'legalPerson' },
      },
      { line: 4, fields: { ...nothing, name: '示例乙有限公司' } },
    ],
    unknownHeadings: ['备注'],
    leftOut: [{ what: 'column', name: '备注', count: 1, why: 'unknown' }],
  })
})

test('lines that say nothing in our columns are no rows', () => {
  const result = importTable(tableOf(['序号', '企业名称', '信用代码'], ['1', '甲', ''], ['2', '', ''], ['3']))
  expect(result).toMatchObject({ rows: [{ line: 2 }] })
})

test('a text beyond any measure is cut, but stays too long', () => {
  const result = importTable(tableOf(['企业名称', '信用代码'], ['长'.repeat(100_000), '甲']))
  expect('rows' in result && result.rows[0]?.fields.name.length).toBe(501)
})

test.each([
  ['empty', tableOf()],
  ['empty', tableOf(['企业名称', '信用代码'])],
  ['empty', tableOf(['企业名称', '备注', '信用代码'], ['', '无', ''])],
  ['noHeading', tableOf(['示例甲有限公司', '91110000MA00000016'])],
] as const)('%s', (problem, table) => {
  expect(importTable(table)).toEqual({ problem })
})
