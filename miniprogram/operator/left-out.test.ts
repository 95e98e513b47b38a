import { asked, leftOutText, offersFor } from './left-out'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAppBaseInfo: () => ({ language: 'zh_CN' }) },
}))

const sheet = { what: 'sheet', name: '二月', count: 3, why: 'notChosen' } as const
const rows = { what: 'row', name: '3, 7-9', count: 4, why: 'hidden' } as const
const column = { what: 'column', name: '备注', count: 2, why: 'unknown' } as const

test.each([
  [sheet, '工作表“二月”（3 行）：一次只读一张工作表'],
  [rows, '第 3, 7-9 行（共 4 行）：在表格里是隐藏的'],
  [{ ...rows, name: '5', count: 1 }, '第 5 行：在表格里是隐藏的'],
  [column, '列“备注”（2 格有内容）：列名没有识别'],
])('%j is named', (leftOut, text) => {
  expect(leftOutText(leftOut)).toBe(text)
})

test('what can be had is offered, with what was asked for before', () => {
  expect(offersFor([sheet, rows, column], { sheet: '一月' })).toEqual([
    { id: 'take-sheet-1', text: '改为导入工作表“二月”', reading: { sheet: '二月', ask: true } },
    { id: 'take-rows', text: '连同隐藏的行一起导入', reading: { sheet: '一月', hiddenRows: true } },
  ])
})

test('a column that means nothing and a sheet without headings cannot be had', () => {
  expect(offersFor([column, { ...sheet, why: 'noHeading' }], {})).toEqual([])
})

test('hidden columns and sheets can be had as well, and hidden rows for the very reason that they are hidden', () => {
  const hidden = { why: 'hidden' } as const
  expect(
    offersFor(
      [
        { ...column, ...hidden },
        { ...sheet, ...hidden },
      ],
      { hiddenRows: true },
    ),
  ).toEqual([
    { id: 'take-sheet-1', text: '改为导入工作表“二月”', reading: { sheet: '二月', ask: true } },
    { id: 'take-columns', text: '连同隐藏的列一起导入', reading: { hiddenRows: true, hiddenColumns: true } },
  ])
  expect(offersFor([{ ...rows, why: 'example' }], {})).toEqual([])
})

test('one cell of a column is not one row', () => {
  expect(leftOutText({ ...column, count: 1 })).toBe('列“备注”（1 格有内容）：列名没有识别')
})

test('what is asked for is said, and nothing where nothing is', () => {
  expect(asked({ ask: false })).toEqual({ reading: { ask: false } })
  expect(asked({})).toEqual({})
})
