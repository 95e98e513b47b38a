/** A merged range, or columns: rows from 1, columns from 0, both ends included. */
export interface Range {
  rows: readonly [number, number]
  columns: readonly [number, number]
}

const reference = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i

/** Where `B7` is; null when it is no reference to a cell. */
export function placeOf(text: string): { row: number; column: number } | null {
  const found = reference.exec(text.trim())
  return found?.[1] ? { row: Number(found[2]), column: columnOf(found[1]) } : null
}

/** Where `B7:C9` is; null when it is no range. */
export function rangeOf(text: string): Range | null {
  const [first, last = first] = text.split(':').map(placeOf)
  return first && last ? { rows: [first.row, last.row], columns: [first.column, last.column] } : null
}

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
