/** What a spreadsheet says: its lines that are not empty, every cell as trimmed text. */
export type Table = readonly Line[]

export interface Line {
  /** As the spreadsheet counts its rows, from 1. */
  number: number
  cells: readonly string[]
  /** By hand or by a filter: not what is seen on opening the file. */
  hidden?: boolean
  /** Columns, from 0, whose text was a date to the program. */
  dates?: readonly number[]
  /** Columns, from 0, that have their text from another cell of a merged range. */
  filled?: readonly number[]
}

/** A sheet of cells. Text files and pasted text are a single one without a name. */
export interface Sheet {
  name: string
  hidden: boolean
  lines: Table
  /** From 0. */
  hiddenColumns: readonly number[]
}
