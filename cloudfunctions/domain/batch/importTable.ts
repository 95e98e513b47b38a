import { findHeading, type Heading, meaningOf } from './headings'
import { type Column, columns, type RowFields } from './row'
import { type Line, lostDigits, type Table } from './table'

export interface ImportedRow {
  /** Where it stands in the spreadsheet, from 1. */
  line: number
  fields: RowFields
  /** Columns whose number the spreadsheet has rounded. */
  lost: Column[]
}

export type Imported =
  /** `unknownHeadings`: of columns that were left out. */
  { rows: ImportedRow[]; unknownHeadings: string[] } | { problem: 'noHeading' | 'empty' }

/** No column takes more; one sign is kept beyond, so that the row is found to be at fault. */
export const longestText = 500
const mostUnknown = 50

/** The organizations of a spreadsheet: every line below the headings that says something in one of our columns. */
export function importTable(table: Table): Imported {
  if (table.length === 0) return { problem: 'empty' }
  const heading = findHeading(table)
  if (!heading) return { problem: 'noHeading' }
  const rows = table
    .slice(heading.index + 1)
    .map(line => rowOf(line, heading))
    .filter(row => columns.some(column => row.fields[column] !== ''))
  if (rows.length === 0) return { problem: 'empty' }
  return { rows, unknownHeadings: heading.unknown.slice(0, mostUnknown).map(text => text.slice(0, 50)) }
}

function rowOf({ number, cells }: Line, heading: Heading): ImportedRow {
  const fields = Object.fromEntries(columns.map(column => [column, ''])) as RowFields
  for (const [index, column] of heading.columns.entries()) {
    if (column) fields[column] = meaningOf(column, cells[index] ?? '').slice(0, longestText + 1)
  }
  return { line: number, fields, lost: columns.filter(column => lostDigits(fields[column])) }
}
