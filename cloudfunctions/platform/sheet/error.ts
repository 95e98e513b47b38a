/** `oldExcel`: a binary .xls, or an .xlsx behind a password · `broken`: neither a spreadsheet nor text. */
export type SheetProblem = 'oldExcel' | 'tooLarge' | 'broken'

/** A file that is no table to us. The message names no content. */
export class SheetError extends Error {
  constructor(readonly reason: SheetProblem) {
    super(`sheet: ${reason}`)
    this.name = 'SheetError'
  }
}
