import type { Count } from './limits'
import type { Range } from './reference'

/** A line while it is read: by column, from 0. */
export interface OpenLine {
  number: number
  hidden: boolean
  cells: string[]
  /** Columns whose text a date cell has. */
  dates: number[]
  /** Columns whose text another cell of a merged range has. */
  filled: Set<number>
}

/** Columns a range is filled for beyond the last text. */
const widest = 63

/**
 * Gives every cell of a merged range the text of its first one, which is the one that is seen. A line that says nothing
 * of its own gets nothing either: ranges reach far below the last line.
 */
export function fillMerged(lines: OpenLine[], ranges: readonly Range[], count: Count): OpenLine[] {
  const rightmost = lines.reduce((most, { cells }) => Math.max(most, cells.length - 1), 0)
  const byNumber = new Map(lines.map(line => [line.number, line]))
  for (const { rows, columns } of ranges) {
    count(1)
    const source = byNumber.get(rows[0])
    const text = source?.cells[columns[0]] ?? ''
    if (!source || text === '') continue
    const date = source.dates.includes(columns[0])
    // A title reaches over whole rows; beyond the last text it says nothing to anybody.
    const right = Math.max(rightmost, columns[0] + widest)
    for (let index = firstFrom(lines, rows[0]); index < lines.length; index++) {
      const line = lines[index]
      if (!line || line.number > rows[1]) break
      for (let column = columns[0]; column <= Math.min(columns[1], right); column++) {
        count(1)
        if (line !== source || column !== columns[0]) fill(line, column, text, date)
      }
    }
  }
  return lines.filter(({ cells, filled }) => cells.some((text, column) => text !== '' && !filled.has(column)))
}

function fill(line: OpenLine, column: number, text: string, date: boolean): void {
  while (line.cells.length < column) line.cells.push('')
  line.cells[column] = text
  line.filled.add(column)
  if (date) line.dates.push(column)
}

/** Index of the first line with a number of at least `number`. */
function firstFrom(lines: readonly OpenLine[], number: number): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.number ?? 0) < number) low = middle + 1
    else high = middle
  }
  return low
}
