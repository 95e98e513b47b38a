import { SheetError } from './error'
import { createBudget, readWorksheet } from './worksheet'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const read = (sheet: string, budget = createBudget()) =>
  readWorksheet([Buffer.from(`<worksheet xmlns="${main}">${sheet}</worksheet>`)], {
    strings: [],
    styles: [{ kind: 'usual' }, { kind: 'date' }],
    since1904: false,
    budget,
  })
const linesOf = (...rows: string[]) => read(`<sheetData>${rows.join('')}</sheetData>`).lines
const cell = (value: string, attributes = '') => `<c ${attributes}><v>${value}</v></c>`
const row = (attributes: string, ...cells: string[]) => `<row ${attributes}>${cells.join('')}</row>`

describe('where a cell stands', () => {
  test.each<[string, string[], [number, string[]][]]>([
    [
      'nothing says so: one after the other',
      [row('', cell('1'), cell('2')), row('', cell('3'))],
      [
        [1, ['1', '2']],
        [2, ['3']],
      ],
    ],
    [
      'only rows say so',
      [row('r="4"', cell('1'), cell('2')), row('', cell('3')), row('r=" 9 "', cell('4'))],
      [
        [4, ['1', '2']],
        [5, ['3']],
        [9, ['4']],
      ],
    ],
    [
      'only cells say so',
      [row('', cell('1', 'r="B7"'), cell('2')), row('', cell('3', 'r="A9"'))],
      [
        [7, ['', '1', '2']],
        [9, ['3']],
      ],
    ],
    [
      'of both, the row counts, and the first cell of a row that says nothing',
      [row('r="2"', cell('1', 'r="A8"')), row('', cell('2', 'r="A5"'), cell('3', 'r="B6"'))],
      [
        [2, ['1']],
        [5, ['2', '3']],
      ],
    ],
    [
      'numbers that are none',
      [row('r="x1"', cell('1', 'r="?"')), row('r="1x"', cell('2')), row('r="12345678"', cell('3'))],
      [
        [1, ['1']],
        [2, ['2']],
        [3, ['3']],
      ],
    ],
    [
      'rows in any order, and one twice',
      [row('r="10"', cell('1')), row('r="9"', cell('2')), row('r="10"', cell('3', 'r="C10"'))],
      [
        [9, ['2']],
        [10, ['1', '', '3']],
      ],
    ],
  ])('%s', (_, rows, expected) => {
    expect(linesOf(...rows)).toEqual(expected.map(([number, cells]) => ({ number, cells })))
  })
})

test('cells that are only formatted are no part of a line, and rows of such no lines', () => {
  expect(linesOf(row('', cell('1'), '<c s="1"/>', '<c/>'), row('', '<c/>', cell(' ')))).toEqual([
    { number: 1, cells: ['1'] },
  ])
})

test('a line says what of it is hidden, a date, or of a merged range, and nothing of what is not', () => {
  const rows = [
    row('hidden="1"', cell('45292', 's="1"')),
    row('ht="0"', cell('1'), cell('2')),
    row('hidden="0" ht="12"', cell('3')),
  ]
  const merged = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell/><mergeCell ref="?"/></mergeCells>'
  expect(read(`<sheetData>${rows.join('')}${row('', '', cell('4', 'r="B4"'))}</sheetData>${merged}`)).toEqual(
    {
      lines: [
        { number: 1, cells: ['2024-01-01'], hidden: true, dates: [0] },
        { number: 2, cells: ['1', '2'], hidden: true },
        { number: 4, cells: ['', '4'] },
      ],
      hiddenColumns: [],
    },
  )
  const shared = row('', cell('45292', 's="1"'), cell('1')) + row('', '<c/>', cell('2'))
  expect(
    read(`<sheetData>${shared}</sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>`).lines,
  ).toEqual([
    { number: 1, cells: ['2024-01-01', '1'], dates: [0] },
    { number: 2, cells: ['2024-01-01', '2'], dates: [0], filled: [0] },
  ])
})

test.each<[string, number[]]>([
  [
    '<col min="5" max="6" hidden="1"/><col min="2" max="2" width="0"/><col min="3" max="3" width="9"/>',
    [1, 4, 5],
  ],
  ['<col min="0" max="1" hidden="true"/>', [0]],
  ['<col hidden="1"/>', []],
])('of %s the columns %j are hidden', (columns, hidden) => {
  expect(read(`<cols>${columns}</cols>`).hiddenColumns).toEqual(hidden)
})

test('columns are hidden as far as any is read, and no value may stand beyond', () => {
  const { hiddenColumns } = read('<cols><col min="1000" max="16384" hidden="1"/></cols>')
  expect(hiddenColumns).toEqual(Array.from({ length: 25 }, (_, index) => 999 + index))
  expect(linesOf(row('', cell('1', 'r="AMJ1"')))[0]?.cells).toHaveLength(1024)
  expect(() => linesOf(row('', cell('1', 'r="AMK1"')))).toThrow(new SheetError('tooManyCells'))
  expect(linesOf(row('', '<c r="AMK1"/>'))).toEqual([])
})

describe('what is counted', () => {
  test('cells, empty ones too; lines that say something; places up to the last text; columns and ranges', () => {
    const counted: Record<string, number> = {}
    const count = (what: string) => (more: number) => {
      counted[what] = (counted[what] ?? 0) + more
    }
    const budget = {
      strings: count('strings'),
      cells: count('cells'),
      lines: count('lines'),
      places: count('places'),
      merges: count('merges'),
      filled: count('filled'),
    }
    const first = row('', cell('1', 'r="C1"'), cell('2', 'r="A1"'), cell('3', 'r="E1"'), '<c r="Z1"/>')
    const ranges = '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="A9"/></mergeCells>'
    read(
      `<cols><col min="1" max="1"/></cols><sheetData>${first}${row('', cell('5'), cell('4'))}${row('', '<c/>')}</sheetData>${ranges}`,
      budget,
    )
    // Of the ranges each, and the two cells of the first.
    expect(counted).toEqual({ cells: 7, lines: 2, places: 5 + 2, merges: 3, filled: 4 })
  })

  test.each([
    ['strings', 500_000],
    ['cells', 300_000],
    ['lines', 20_000],
    ['places', 2_000_000],
    ['merges', 100_000],
    ['filled', 400_000],
  ] as const)('%s up to %d', (what, most) => {
    const count = createBudget()[what]
    count(most)
    expect(() => count(1)).toThrow(new SheetError('tooManyCells'))
  })
})
