import type { Heading, Headings } from './headings'
import type { Line, Table } from './table'

export interface SheetRow<C extends string> {
  /** Where it stands in the spreadsheet, from 1. */
  line: number
  texts: Record<C, string>
}

export type SheetRows<C extends string> =
  /** `unknownHeadings`: of columns that were left out. */
  { rows: SheetRow<C>[]; unknownHeadings: string[] } | { problem: 'noHeading' | 'empty' }

/** No column takes more; one sign is kept beyond, so that the row is found to be at fault. */
export const longestText = 500
const mostUnknown = 50

/** What a spreadsheet says by column: every line below the headings that says something in one of them. */
export function rowsOf<C extends string>(table: Table, headings: Headings<C>): SheetRows<C> {
  if (table.length === 0) return { problem: 'empty' }
  const heading = headings.find(table)
  if (!heading) return { problem: 'noHeading' }
  const rows = table
    .slice(heading.index + 1)
    .map(line => rowOf(line, heading, headings.columns))
    .filter(({ texts }) => headings.columns.some(column => texts[column] !== ''))
  if (rows.length === 0) return { problem: 'empty' }
  return { rows, unknownHeadings: heading.unknown.slice(0, mostUnknown).map(text => text.slice(0, 50)) }
}

function rowOf<C extends string>(
  { number, cells }: Line,
  heading: Heading<C>,
  columns: readonly C[],
): SheetRow<C> {
  const texts = Object.fromEntries(columns.map(column => [column, ''])) as Record<C, string>
  for (const [index, column] of heading.columns.entries()) {
    if (column) texts[column] = (cells[index] ?? '').slice(0, longestText + 1)
  }
  return { line: number, texts }
}
