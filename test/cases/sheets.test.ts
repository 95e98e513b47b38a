import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Choice } from '../../cloudfunctions/domain/sheet/rows'
import { type Purpose, reportOf } from '../../scripts/sheet-report'

/** Files as people brought them; people, firms and numbers in them are made up. */
const bytesOf = (n: number) => {
  const folder = path.join(__dirname, String(n))
  const [input = ''] = readdirSync(folder)
  return readFileSync(path.join(folder, input))
}
const reportFor = (n: number, purpose: Purpose, choice?: Choice) =>
  reportOf(() => bytesOf(n), purpose, choice)

const first = {
  name: '测试甲有限公司',
  creditCode: '91110000MA00001007',
  legalName: '测试法甲',
  adminName: '测试员乙',
  adminMobile: '10020033002',
  adminIdNumber: '110101199001010023',
}
const second = { ...first, name: '测试乙有限公司', creditCode: '91110000MA0000101A', legalName: '测试法乙' }
const third = {
  name: '测试丙有限公司',
  creditCode: '91110000MA0000102D',
  legalName: '测试法丙',
  adminName: '测试员丙',
  adminMobile: '10020033003',
  adminIdNumber: '110101199001010031',
}
const row = (line: number, fields: Record<string, string>, issues: object[] = []) => ({
  line,
  fields,
  issues,
})
const three = { error: null, rows: [row(2, first), row(3, second), row(4, third)], leftOut: [] }

test('1: an administrator merged over three rows belongs to all of them', () => {
  const { adminName, adminMobile, adminIdNumber } = first
  expect(reportFor(1, 'batch')).toEqual({
    error: null,
    rows: [row(2, first), row(3, second), row(4, { ...third, adminName, adminMobile, adminIdNumber })],
    leftOut: [],
  })
})

test('7: a stray quotation mark spoils no line but its own', () => {
  expect(reportFor(7, 'person')).toEqual({
    error: null,
    rows: [
      row(2, { name: '测试员甲', mobile: '10020033001' }),
      row(3, { name: '测试员"乙"', mobile: '10020033002' }, [
        { field: 'name', code: 'unclear', suggestion: '测试员乙' },
      ]),
      row(4, { name: '测试员丙', mobile: '10020033003' }),
    ],
    leftOut: [],
  })
})

test('9: a second sheet is named with its rows, and read when asked for', () => {
  expect(reportFor(9, 'batch')).toEqual({
    error: null,
    rows: [row(2, first)],
    leftOut: [{ what: 'sheet', name: '上海', count: 2 }],
  })
  expect(reportFor(9, 'batch', { sheet: '上海' })).toEqual({
    error: null,
    rows: [row(2, second), row(3, third)],
    leftOut: [{ what: 'sheet', name: '北京', count: 1 }],
  })
})

test('10: the sheet with headings is found behind one that explains', () => {
  expect(reportFor(10, 'batch')).toEqual({
    ...three,
    leftOut: [{ what: 'sheet', name: '填写说明', count: 3 }],
  })
})

test('13: a chart is no sheet of cells', () => {
  expect(reportFor(13, 'batch')).toEqual(three)
})

test('14: rows and cells that do not say where they stand', () => {
  expect(reportFor(14, 'batch')).toEqual(three)
})

test('17: a hidden sheet is named, not read, whatever quotation marks the workbook has', () => {
  expect(reportFor(17, 'batch')).toEqual({ ...three, leftOut: [{ what: 'sheet', name: '草稿', count: 1 }] })
})

test('18: one cell in the last corner is refused at once', () => {
  expect(reportFor(18, 'batch')).toMatchObject({ error: { code: 'SHEET_TOO_LARGE' }, rows: [] })
})

test('20: a row hidden by a filter is named, and read when asked for', () => {
  expect(reportFor(20, 'batch')).toEqual({
    error: null,
    rows: [row(2, first), row(4, third)],
    leftOut: [{ what: 'row', name: '3', count: 1 }],
  })
  expect(reportFor(20, 'batch', { hiddenRows: true })).toEqual(three)
})

test('22: headings in two lines', () => {
  expect(reportFor(22, 'batch')).toEqual({
    error: null,
    rows: [row(3, first), row(4, second), row(5, third)],
    leftOut: [],
  })
})

test('23: a title above the heading is nobody', () => {
  expect(reportFor(23, 'person')).toEqual({ error: null, rows: [row(3, { name: '测试员甲' })], leftOut: [] })
})

test.each([
  [25, 'traditional characters'],
  [26, 'longer sisters of known headings'],
])('%i: %s', n => {
  expect(reportFor(n, 'batch')).toEqual({ error: null, rows: [row(2, first)], leftOut: [] })
})

test('27: numbers that programs wrote are put right, or said to have lost digits', () => {
  const lost = (field: string) => ({ field, code: 'digitsLost', suggestion: null })
  const right = (suggestion: string) => ({ field: 'adminMobile', code: 'malformed', suggestion })
  expect(reportFor(27, 'batch').rows.map(({ issues }) => issues)).toEqual([
    [lost('adminIdNumber')],
    [right('10020033002'), lost('adminIdNumber')],
    [right('10020033003')],
    [lost('adminIdNumber')],
    [lost('adminMobile'), lost('adminIdNumber')],
  ])
})

test('35: a web page called .xlsx is said to be one', () => {
  expect(reportFor(35, 'batch')).toEqual({
    error: {
      code: 'FILE_WEB_PAGE',
      message: '这个文件其实是网页(有的系统把网页导出成 .xls),请用 Excel 或 WPS 打开后另存为 .xlsx 再导入',
    },
    rows: [],
    leftOut: [],
  })
})
