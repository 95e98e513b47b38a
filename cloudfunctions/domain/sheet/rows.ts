import { type Heading, type Headings, isData, keyOf } from './headings'
import { columnLetters, type LeftOut, numbersText } from './leftOut'
import type { Line, Sheet, Table } from './table'

export interface SheetRow<C extends string> {
  /** Where it stands in the spreadsheet, from 1. */
  line: number
  texts: Record<C, string>
  /** Columns whose text the program had turned into a date. */
  dates: C[]
}

/** What an operator wants read beside what is read anyway. */
export interface Choice {
  /** The name of a sheet; otherwise the first that can be seen and has rows below headings. */
  sheet?: string | undefined
  hiddenRows?: boolean | undefined
  hiddenColumns?: boolean | undefined
}

/** `onlyHidden`: whatever there is to read is hidden. */
export type RowsProblem = 'noHeading' | 'empty' | 'onlyHidden' | 'noSuchSheet'
export type SheetRows<C extends string> =
  /** `unknownHeadings`: of columns that were left out. */
  { rows: SheetRow<C>[]; unknownHeadings: string[]; leftOut: LeftOut[] } | { problem: RowsProblem }

/** No column takes more; one sign is kept beyond, so that the row is found to be at fault. */
export const longestText = 500
const mostNamed = 50
const longestName = 50
/** Our templates have such a sheet, and other people's too. */
const exampleName = /^\s*(填写)?(示例|样例|范例|例子|examples?|samples?)\s*$/i
/** Names the columns one below the other, and what to write there. */
const explanationName = /说明|須知|须知|指南|指引|帮助|\b(?:instructions?|readme|guide|help)\b/i
/** What counts lines. */
const counter = /^\d{1,5}$/

interface Found<C extends string> {
  sheet: Sheet
  heading: Heading<C> | null
  /** Lines below the headings that say something in one of our columns. */
  lines: Table
  /** Of these, the ones to read. */
  chosen: Table
}

/** What the sheets of a file say by column, and what of the file that leaves out. */
export function rowsOf<C extends string>(
  sheets: readonly Sheet[],
  headings: Headings<C>,
  choice: Choice = {},
): SheetRows<C> {
  const found = sheets.filter(({ lines }) => lines.length > 0).map(sheet => foundIn(sheet, headings, choice))
  const read = chosenOf(found, choice)
  if ('problem' in read) return read
  const { heading, chosen, sheet } = read
  const rows = chosen.map(line => rowOf(line, heading, headings.columns))
  const named = heading.unused.filter(({ why }) => why === 'unknown' || why === 'twice')
  return {
    rows,
    unknownHeadings: named.slice(0, mostNamed).map(({ name }) => name.slice(0, longestName)),
    leftOut: [...otherSheets(found, sheet), ...leftOutRows(read, headings), ...leftOutColumns(read)].slice(
      0,
      mostNamed,
    ),
  }
}

type Readable<C extends string> = Found<C> & { heading: Heading<C> }

function chosenOf<C extends string>(
  found: readonly Found<C>[],
  choice: Choice,
): Readable<C> | { problem: RowsProblem } {
  const wanted =
    choice.sheet === undefined
      ? found.filter(({ sheet }) => !sheet.hidden && !exampleName.test(sheet.name))
      : found.filter(({ sheet }) => sheet.name === choice.sheet)
  if (choice.sheet !== undefined && wanted.length === 0) return { problem: 'noSuchSheet' }
  const headed = wanted.flatMap(each => (each.heading ? [{ ...each, heading: each.heading }] : []))
  const filled = headed.filter(({ chosen }) => chosen.length > 0)
  // Explanations may have a word or two of the headings in them.
  const most = Math.max(...filled.map(({ heading }) => knownColumns(heading)))
  const likely = filled.filter(({ heading }) => knownColumns(heading) * 2 > most)
  const read = likely.find(({ sheet }) => !explanationName.test(sheet.name)) ?? likely[0]
  if (read) return read
  const hidden = found.some(({ sheet, lines }) => lines.length > 0 && !exampleName.test(sheet.name))
  if (hidden) return { problem: 'onlyHidden' }
  const isEmpty = found.length === 0 || found.some(({ heading }) => heading)
  return { problem: isEmpty ? 'empty' : 'noHeading' }
}

function knownColumns({ columns }: Heading<string>): number {
  return columns.filter(column => column !== null).length
}

function foundIn<C extends string>(sheet: Sheet, headings: Headings<C>, choice: Choice): Found<C> {
  const hiddenColumns = choice.hiddenColumns ? [] : sheet.hiddenColumns
  const seen = headings.find(sheet.lines, hiddenColumns)
  const heading = seen ?? headings.find(sheet.lines)
  if (!heading) return { sheet, heading, lines: [], chosen: [] }
  const lines = sheet.lines
    .slice(heading.end)
    .filter(line => says(line, heading) && !repeats(line, heading, headings))
  const chosen = seen ? lines.filter(({ hidden }) => choice.hiddenRows || !hidden) : []
  return { sheet, heading, lines, chosen }
}

/** Something of its own: what merged cells above say is not enough to be a row. */
function says({ cells, filled }: Line, { columns }: Heading<string>): boolean {
  return columns.some((column, index) => column && (cells[index] ?? '') !== '' && !filled?.includes(index))
}

/** The headings once more, as printed pages have them. */
function repeats<C extends string>({ cells }: Line, { columns }: Heading<C>, headings: Headings<C>): boolean {
  const said = columns.flatMap((column, index) =>
    column && cells[index] ? [[column, cells[index]] as const] : [],
  )
  const own = (column: C, text: string) =>
    [headings.texts.zh[column], headings.texts.en[column]].some(each => keyOf(each) === keyOf(text))
  return (
    said.every(([column, text]) => headings.columnOf(text) === column) &&
    (said.length > 1 || said.some(([c, t]) => own(c, t)))
  )
}

function otherSheets<C extends string>(found: readonly Found<C>[], read: Sheet): LeftOut[] {
  return found
    .filter(({ sheet }) => sheet !== read)
    .map(({ sheet, heading, lines }) => ({
      what: 'sheet' as const,
      name: sheet.name.slice(0, longestName),
      count: heading ? lines.length : sheet.lines.length,
      why: whyNot(sheet, heading),
    }))
    .filter(({ count }) => count > 0)
}

function whyNot({ hidden, name }: Sheet, heading: Heading<string> | null): LeftOut['why'] {
  if (hidden) return 'hidden'
  if (exampleName.test(name)) return 'example'
  return heading ? 'notChosen' : 'noHeading'
}

function leftOutRows<C extends string>(
  { sheet, heading, lines, chosen }: Readable<C>,
  { columnOf }: Headings<C>,
): LeftOut[] {
  const read = new Set(chosen)
  const groups = [
    [
      'aboveHeading',
      sheet.lines.slice(0, heading.index).filter(line => isData(line, columnOf) || ownCells(line) > 1),
    ],
    ['hidden', lines.filter(line => !read.has(line))],
  ] as const
  return groups
    .filter(([, left]) => left.length > 0)
    .map(([why, left]) => ({
      what: 'row',
      name: numbersText(left.map(({ number }) => number)),
      count: left.length,
      why,
    }))
}

function ownCells({ cells, filled }: Line): number {
  return cells.filter((text, index) => text !== '' && !filled?.includes(index)).length
}

function leftOutColumns<C extends string>({ sheet, heading }: Readable<C>): LeftOut[] {
  const below = sheet.lines.slice(heading.end)
  const width = below.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const beyond = Array.from({ length: Math.max(0, width - heading.columns.length) }, (_, index) => ({
    column: heading.columns.length + index,
    name: columnLetters(heading.columns.length + index),
    why: 'unnamed' as const,
  }))
  return [...heading.unused, ...beyond].flatMap(({ column, name, why }) => {
    const texts = below.flatMap(({ cells }) => (cells[column] ? [cells[column]] : []))
    const silent = texts.length === 0 || (why === 'counter' && texts.every(text => counter.test(text)))
    if (silent) return []
    return [
      {
        what: 'column',
        name: name.slice(0, longestName),
        count: texts.length,
        why: why === 'hidden' || why === 'twice' ? why : 'unknown',
      },
    ]
  })
}

function rowOf<C extends string>(
  { number, cells, dates = [] }: Line,
  heading: Heading<C>,
  columns: readonly C[],
): SheetRow<C> {
  const texts = Object.fromEntries(columns.map(column => [column, ''])) as Record<C, string>
  const dated: C[] = []
  for (const [index, column] of heading.columns.entries()) {
    if (!column) continue
    texts[column] = (cells[index] ?? '').slice(0, longestText + 1)
    if (dates.includes(index)) dated.push(column)
  }
  return { line: number, texts, dates: dated }
}
