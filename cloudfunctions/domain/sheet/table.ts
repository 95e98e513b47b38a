/** What a spreadsheet says: its lines that are not empty, every cell as trimmed text. */
export type Table = readonly Line[]

export interface Line {
  /** As the spreadsheet counts its rows, from 1. */
  number: number
  cells: readonly string[]
}

/**
 * Spreadsheets keep 15 digits of a number, and write longer ones like `1.10101E+17`. Whoever reads a table keeps
 * to that, so that the text itself shows that digits are gone.
 */
export function lostDigits(text: string): boolean {
  return /^\d(\.\d+)?E\+\d{2,3}$/i.test(text)
}
