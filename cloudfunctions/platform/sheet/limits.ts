import { SheetError } from './error'

/** The most a file may be. Everything is counted while it is read, before anything is kept. */
export const limits = {
  /** Bytes as uploaded. */
  file: 5_000_000,
  /** Entries of the archive; a workbook with many pictures has hundreds. */
  entries: 2_000,
  /** Bytes of all parts that are read, unpacked. */
  unpacked: 32_000_000,
  /** Unpacked bytes for each packed one, of parts above `ratioFrom` bytes. Rows that are only formatted come to about 60. */
  ratio: 250,
  ratioFrom: 1_000_000,
  /** Elements within elements; a worksheet has 8. */
  depth: 64,
  /** Of one element; a worksheet's root has dozens with all its namespaces. */
  attributes: 200,
  /** `<c>` elements, empty ones too, of all sheets. */
  cells: 300_000,
  /** The last column with a value; a list of people has dozens. */
  columns: 1_024,
  /** Lines with a value, of all sheets: enough for the largest batch among many that are left out. */
  lines: 20_000,
  /** Places in all lines, up to the last value of each. */
  places: 2_000_000,
  /** Shared strings. */
  strings: 500_000,
  /** Characters kept of one text: more than any column takes, so that it is seen to be too long. */
  text: 2_000,
  sheets: 200,
  merges: 100_000,
  /** Cells that get their text from a merged range, and ranges looked at. */
  filled: 400_000,
} as const

/** Bytes of a spreadsheet as uploaded. */
export const largestFile = limits.file

/** Counts up to a limit. Throws SheetError when it is passed. */
export function createCount(most: number, reason: 'inflated' | 'tooManyCells' | 'unusual'): Count {
  let used = 0
  return more => {
    used += more
    if (used > most) throw new SheetError(reason)
  }
}
export type Count = (more: number) => void
