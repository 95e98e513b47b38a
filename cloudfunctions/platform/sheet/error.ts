/** Why a file is no table to us. Each has its own sentence: see `usecases/table.ts`. */
export type SheetProblem =
  | 'empty'
  /** A binary .xls of Excel 97–2003, or WPS's .et. */
  | 'oldExcel'
  /** Encrypted: a compound file with an `EncryptedPackage`, or an archive with encrypted entries. */
  | 'locked'
  /** HTML, also as MHTML, whatever it is called. */
  | 'webPage'
  /** XML Spreadsheet 2003 or other XML outside of an archive. */
  | 'xml'
  /** Excel's .xlsb. */
  | 'binaryWorkbook'
  | 'openDocument'
  | 'numbers'
  /** A picture, a PDF, a letter, an archive. */
  | 'otherKind'
  /** Too many bytes as it came. */
  | 'tooLarge'
  /** Too many bytes once unpacked, or packed as no spreadsheet program packs. */
  | 'inflated'
  /** Too many cells, lines or columns. */
  | 'tooManyCells'
  /** An archive or XML built as no spreadsheet program builds one: thousands of entries, deep nesting, DTDs. */
  | 'unusual'
  /** Damaged, or nothing we know. */
  | 'broken'

/** A file that is no table to us. The message names no content. */
export class SheetError extends Error {
  constructor(readonly reason: SheetProblem) {
    super(`sheet: ${reason}`)
    this.name = 'SheetError'
  }
}

/** Whatever goes wrong with the bytes, the file is broken. */
export function guarded<T>(act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw error instanceof SheetError ? error : new SheetError('broken')
  }
}
