import { SheetError } from './error'
import { limits } from './limits'

const separators = [',', '\t', ';'] as const
/** A quoted text that is longer is a quotation mark nobody closed: no cell of a spreadsheet holds more. */
const longestQuoted = 32_767
const separatorLine = /^sep=(.)[ \t]*(\r\n|\n|\r|$)/i

/** The cells of comma-, tab- or semicolon-separated text (RFC 4180), row by row. A first line `sep=;` is none. Throws SheetError. */
export function splitText(text: string): string[][] {
  const declared = separatorLine.exec(text)
  const separator = declared?.[1] ?? separatorOf(text)
  const rows: string[][] = []
  let at = declared?.[0].length ?? 0
  while (at < text.length) {
    if (rows.length >= limits.lines) throw new SheetError('tooManyCells')
    const read = readQuoted(text, at, separator) ?? readPlain(text, at, separator)
    rows.push(read.cells)
    at = read.next
  }
  return rows
}

/** The one in most of the first lines, and of two the more frequent: addresses have commas in them, headings have none. */
function separatorOf(text: string): string {
  const beginning = text.slice(0, 10_000)
  const lines = beginning.split(/\r\n|\n|\r/)
  const score = (separator: string) =>
    lines.filter(line => line.includes(separator)).length * beginning.length +
    beginning.split(separator).length
  return separators.reduce((best, each) => (score(each) > score(best) ? each : best))
}

interface Row {
  cells: string[]
  next: number
}

/** A row by the rules; null when its quotation marks do not keep to them. */
function readQuoted(text: string, start: number, separator: string): Row | null {
  const cells: string[] = []
  let at = start
  for (;;) {
    const begin = skipBlanks(text, at, separator)
    const cell = text[begin] === '"' ? quotedCell(text, begin + 1, separator) : plainCell(text, at, separator)
    if (!cell) return null
    cells.push(cell.text)
    at = cell.end
    if (text[at] !== separator) return { cells, next: afterLineEnd(text, at) }
    at += 1
  }
}

/** The line alone, every quotation mark as it stands but for those around a whole cell. */
function readPlain(text: string, start: number, separator: string): Row {
  const { text: line, end } = plainCell(text, start)
  const cells = line.split(separator).map(cell => cell.trim().replace(/^"(.+)"$/, '$1'))
  return { cells, next: afterLineEnd(text, end) }
}

interface Cell {
  text: string
  end: number
}

function plainCell(text: string, start: number, separator?: string): Cell {
  let end = start
  while (text[end] !== undefined && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r')
    end += 1
  return { text: text.slice(start, end), end }
}

/** From behind the opening mark; null when nothing closes it, or something stands behind the closing one. */
function quotedCell(text: string, start: number, separator: string): Cell | null {
  let at = start
  for (;;) {
    const mark = text.indexOf('"', at)
    if (mark === -1 || mark - start > longestQuoted) return null
    if (text[mark + 1] !== '"') {
      const end = skipBlanks(text, mark + 1, separator)
      const ends =
        text[end] === undefined || text[end] === separator || text[end] === '\n' || text[end] === '\r'
      return ends ? { text: text.slice(start, mark).replace(/""/g, '"'), end } : null
    }
    at = mark + 2
  }
}

/** Blanks beside quotation marks are no part of a cell. */
function skipBlanks(text: string, start: number, separator: string): number {
  let at = start
  while ((text[at] === ' ' || text[at] === '\t') && text[at] !== separator) at += 1
  return at
}

function afterLineEnd(text: string, end: number): number {
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
}
