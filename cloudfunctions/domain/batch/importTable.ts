import { rowsOf } from '../sheet/rows'
import { lostDigits, type Table } from '../sheet/table'
import { headings, meaningOf } from './headings'
import { type Column, columns, type RowFields } from './row'

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

/** The organizations of a spreadsheet: every line below the headings that says something in one of our columns. */
export function importTable(table: Table): Imported {
  const read = rowsOf(table, headings)
  if ('problem' in read) return read
  const rows = read.rows.map(({ line, texts }): ImportedRow => {
    const fields = { ...texts }
    for (const column of columns) fields[column] = meaningOf(column, texts[column])
    return { line, fields, lost: columns.filter(column => lostDigits(fields[column])) }
  })
  return { rows, unknownHeadings: read.unknownHeadings }
}
