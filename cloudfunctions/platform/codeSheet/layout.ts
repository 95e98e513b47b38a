/** Where everything stands on an A4 page. Points, counted from the lower left corner as PDF does. */

const mm = 72 / 25.4

export const page = { width: 210 * mm, height: 297 * mm }
const grid = { columns: 3, rows: 4, left: 10.5 * mm, top: 277 * mm }
export const codesPerPage = grid.columns * grid.rows
export const cell = { width: 63 * mm, height: 64.5 * mm }
export const codeSide = 45 * mm

const right = grid.left + grid.columns * cell.width
export const header = { left: grid.left, right, baseline: 282 * mm }
/** A line in the colour of whoever invites, between the header and the codes. */
export const brandLine = { left: grid.left, right, y: 279 * mm, width: 1.2 * mm }
/** Its box: the picture is as large as fits, and the title stands beside it. */
export const logo = { left: grid.left, bottom: 280.6 * mm, width: 36 * mm, height: 10 * mm, gap: 3 * mm }
export const footer = { center: page.width / 2, width: right - grid.left, baseline: 11 * mm }

/** `gray`: 0 is black · `bold`: points by which the letters are drawn thicker. */
export interface TextStyle {
  size: number
  gray: number
  bold: number
}
export const styles = {
  title: { size: 14, gray: 0, bold: 0.35 },
  pageNumber: { size: 9, gray: 0.35, bold: 0 },
  footer: { size: 8.5, gray: 0.35, bold: 0 },
} as const satisfies Record<string, TextStyle>
/** Of the lines below a code. */
export const lineStyles: readonly (TextStyle & { leading: number })[] = [
  { size: 11, gray: 0, bold: 0.3, leading: 5.2 * mm },
  { size: 9, gray: 0.15, bold: 0, leading: 4.4 * mm },
  { size: 8, gray: 0.35, bold: 0, leading: 4 * mm },
]
export const textWidth = cell.width - 6 * mm
export const cuttingLine = { width: 0.4, gray: 0.6, dash: [2.5, 2.5] }

export interface Place {
  left: number
  top: number
}

/** The cell of the n-th code of a page, from 0, row by row. */
export function placeOf(n: number): Place {
  return {
    left: grid.left + (n % grid.columns) * cell.width,
    top: grid.top - Math.floor(n / grid.columns) * cell.height,
  }
}

export interface Cut {
  from: readonly [x: number, y: number]
  to: readonly [x: number, y: number]
}

/** Lines around that many cells; each is drawn once, so that dashes do not run into each other. */
export function cutsAround(cells: number): Cut[] {
  const rows = Math.ceil(cells / grid.columns)
  const columns = Math.min(cells, grid.columns)
  const x = (column: number) => grid.left + column * cell.width
  const y = (row: number) => grid.top - row * cell.height
  // The cells above and to the left of a line are never fewer than those on its other side.
  const cellsAbove = (row: number) => Math.min(cells - Math.max(row - 1, 0) * grid.columns, grid.columns)
  const cellsLeft = (column: number) => Math.ceil((cells - Math.max(column - 1, 0)) / grid.columns)
  return [
    ...upTo(rows).map((row): Cut => ({ from: [x(0), y(row)], to: [x(cellsAbove(row)), y(row)] })),
    ...upTo(columns).map(
      (column): Cut => ({ from: [x(column), y(0)], to: [x(column), y(cellsLeft(column))] }),
    ),
  ]
}

const upTo = (last: number) => Array.from({ length: last + 1 }, (_, index) => index)
