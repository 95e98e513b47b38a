import type { CellText } from './cell'
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
  const indexes = new Map(lines.map(({ number }, index) => [number, index]))
  for (const { rows, columns } of ranges) {
    count(1)
    const first = indexes.get(rows[0]) ?? -1
    const source = lines[first]
    if (!source) continue
    const text = source.cells[columns[0]]
    if (!text) continue
    const date = source.dates.includes(columns[0])
    // A title reaches over whole rows; beyond the last text it says nothing to anybody.
    const right = Math.max(rightmost, columns[0] + widest)
    for (let index = first; ; index++) {
      const line = lines[index]
      if (!line || line.number > rows[1]) break
      for (let column = columns[0]; column <= Math.min(columns[1], right); column++) {
        count(1)
        if (line === source && column === columns[0]) continue
        put(line, column, { text, date })
        line.filled.add(column)
      }
    }
  }
  return lines.filter(({ cells, filled }) => cells.some((text, column) => text !== '' && !filled.has(column)))
}

/** Puts a text in its column, with empty cells before it. */
export function put({ cells, dates }: OpenLine, column: number, { text, date }: CellText): void {
  while (cells.length < column) cells.push('')
  cells[column] = text
  if (date) dates.push(column)
}
