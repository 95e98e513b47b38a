import type { Line, Sheet } from '../../domain/sheet/table'
import { type CellTexts, createCell } from './cell'
import { type Count, createCount, limits } from './limits'
import { tidied } from './lines'
import { fillMerged, type OpenLine, put } from './merged'
import { placeOf, type Range, rangeOf } from './reference'
import { type Attributes, isTrue, isZero, readXml } from './xml'

export interface WorksheetContext extends CellTexts {
  /** Shared by all sheets of a workbook. */
  budget: Budget
}
type Budget = Record<'strings' | 'cells' | 'lines' | 'places' | 'merges' | 'filled', Count>

export function createBudget(): Budget {
  const count = (what: keyof Budget) => createCount(limits[what], 'tooManyCells')
  return {
    strings: count('strings'),
    cells: count('cells'),
    lines: count('lines'),
    places: count('places'),
    merges: count('merges'),
    filled: count('filled'),
  }
}

/** The cells of a worksheet part (ECMA-376, 18.3): lines that say something, merged ranges filled. */
export function readWorksheet(
  pieces: Iterable<Uint8Array>,
  context: WorksheetContext,
): Pick<Sheet, 'lines' | 'hiddenColumns'> {
  const { budget } = context
  const lines = new Map<number, OpenLine>()
  const ranges: Range[] = []
  const hiddenColumns = new Set<number>()
  const cell = createCell(context)
  let row = 0
  let rowHidden: boolean
  let rowNumbered: boolean
  let column: number

  readXml(pieces, {
    open(path, attributes) {
      if (path === 'worksheet/sheetData/row') beginRow(attributes)
      else if (path === 'worksheet/sheetData/row/c') beginCell(attributes)
      else if (path === 'worksheet/sheetData/row/c/f') cell.formula()
      else if (path === 'worksheet/cols/col') noteColumns(attributes)
      else if (path === 'worksheet/mergeCells/mergeCell') noteRange(attributes)
    },
    text(path, text) {
      cell.text(path, text)
    },
    close(path) {
      if (path === 'worksheet/sheetData/row/c') endCell()
    },
  })

  function beginRow({ r, hidden, ht }: Attributes) {
    rowNumbered = Boolean(r?.match(/^\s*\d{1,7}\s*$/))
    row = rowNumbered ? Number(r) : row + 1
    rowHidden = isTrue(hidden) || isZero(ht)
    column = -1
  }

  function beginCell(attributes: Attributes) {
    budget.cells(1)
    const place = attributes.r === undefined ? null : placeOf(attributes.r)
    column = place ? place.column : column + 1
    // Rows that do not say their number have it from their cells.
    if (!rowNumbered && place) {
      row = place.row
      rowNumbered = true
    }
    cell.begin(attributes)
  }

  function endCell() {
    const { text: read, date } = cell.end()
    const text = tidied(read)
    if (text === '') return
    if (column >= limits.columns) budget.places(Number.POSITIVE_INFINITY)
    const line = lineOf(row)
    if (column >= line.cells.length) budget.places(column + 1 - line.cells.length)
    put(line, column, { text, date })
  }

  function lineOf(number: number): OpenLine {
    const known = lines.get(number)
    if (known) return known
    budget.lines(1)
    const line = { number, hidden: rowHidden, cells: [], dates: [], filled: new Set<number>() }
    lines.set(number, line)
    return line
  }

  function noteColumns({ min, max, hidden, width }: Attributes) {
    budget.merges(1)
    if (!isTrue(hidden) && !isZero(width)) return
    const last = Math.min(Number(max), limits.columns)
    for (let column = Math.max(Number(min), 1); column <= last; column++) hiddenColumns.add(column - 1)
  }

  function noteRange({ ref }: Attributes) {
    budget.merges(1)
    const range = ref === undefined ? null : rangeOf(ref)
    if (range) ranges.push(range)
  }

  const inOrder = [...lines.values()].sort((a, b) => a.number - b.number)
  return {
    lines: fillMerged(inOrder, ranges, budget.filled).map(asLine),
    hiddenColumns: [...hiddenColumns].sort((a, b) => a - b),
  }
}

function asLine({ number, hidden, cells, dates, filled }: OpenLine): Line {
  return {
    number,
    cells,
    ...(hidden && { hidden }),
    ...(dates.length > 0 && { dates }),
    ...(filled.size > 0 && { filled: [...filled] }),
  }
}
