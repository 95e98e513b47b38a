import { parse } from 'papaparse'
import { SheetError } from './error'

/** Enough for the largest batch among many empty lines. */
const mostLines = 20_000
const separators = [',', '\t', ';']

/** The cells of comma-, tab- or semicolon-separated text (RFC 4180). Throws SheetError. */
export function splitText(text: string): string[][] {
  const delimiter = separatorOf(text)
  const quoted = split(text, delimiter, '"')
  // A quotation mark that is never closed is part of a name: without it everything below would be one cell.
  return quoted.errors.some(error => error.type === 'Quotes')
    ? split(text, delimiter, '\0').data
    : quoted.data
}

/** The one in most of the first lines, and of two the more frequent: addresses have commas in them, headings have none. */
function separatorOf(text: string): string {
  const beginning = text.slice(0, 10_000)
  const lines = beginning.split('\n')
  const score = (separator: string) =>
    lines.filter(line => line.includes(separator)).length * beginning.length +
    beginning.split(separator).length
  return separators.reduce((best, each) => (score(each) > score(best) ? each : best))
}

function split(text: string, delimiter: string, quoteChar: string) {
  const result = parse<string[]>(text, { delimiter, quoteChar, preview: mostLines })
  if (result.meta.truncated) throw new SheetError('tooLarge')
  return result
}
