import type { Line, Table } from '../../domain/sheet/table'

/** Tidies cells up and leaves empty lines out. */
export function linesOf(rows: readonly (readonly string[])[]): Table {
  const lines: Line[] = rows.map((cells, index) => ({ number: index + 1, cells: cells.map(tidied) }))
  return lines.filter(line => line.cells.some(text => text !== ''))
}

/** Zero-width signs and marks of writing direction: they come along when text is copied. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g
/** Tricks against rounding in CSV files: `="110…"`, `'110…`, `` `110… ``. */
const formulaText = /^="([^"]*)"$/
const textMark = /^['`](?=[\dA-Z])/

/** A cell's text as it is kept. */
export function tidied(text: string): string {
  const plain = text
    .replace(invisible, '')
    .split(/[\r\n]/)
    .map(part => part.trim())
    .filter(part => part !== '')
    .join(' ')
    .replace(formulaText, '$1')
    .replace(textMark, '')
    .trim()
  return /^[0-9０-９]+$/.test(plain) ? plain.normalize('NFKC') : plain
}
