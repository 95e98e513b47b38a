import type { LeftOut } from '../sheet/leftOut'
import { type Choice, type RowsProblem, rowsOf } from '../sheet/rows'
import type { Sheet } from '../sheet/table'
import { headings, meaningOf } from './headings'
import { columns, type RowFields } from './row'

export interface ImportedRow {
  /** Where it stands in the spreadsheet, from 1. */
  line: number
  fields: RowFields
}

export type Imported =
  /** `unknownHeadings`: of columns that were left out. */
  { rows: ImportedRow[]; unknownHeadings: string[]; leftOut: LeftOut[] } | { problem: RowsProblem }

/** The organizations of a spreadsheet: every line below the headings that says something in one of our columns. */
export function importTable(sheets: readonly Sheet[], choice?: Choice): Imported {
  const read = rowsOf(sheets, headings, choice)
  if ('problem' in read) return read
  const rows = read.rows.map(({ line, texts }): ImportedRow => {
    const said = columns.map(column => [column, meaningOf(column, texts[column])] as const)
    return { line, fields: Object.fromEntries(said) as RowFields }
  })
  return { ...read, rows }
}
