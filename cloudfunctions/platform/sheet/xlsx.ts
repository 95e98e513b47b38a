import { zipSync } from 'fflate'
import { type CellValue, readSheet } from 'read-excel-file/node'
import { SheetError } from './error'
import { unzip } from './zip'

const unpackedBytes = 50_000_000
/** Rows × columns up to the last cell with a value. No dense sheet of `unpackedBytes` has as many. */
const largestArea = 4_000_000
/** Excel keeps 15 digits. */
const firstRounded = 1e15

/** The first visible sheet of an .xlsx workbook. Throws SheetError. */
export async function readXlsx(bytes: Buffer): Promise<string[][]> {
  const parts = unzip(bytes, name => /\.(xml|rels)$/i.test(name), unpackedBytes)
  for (const [name, xml] of Object.entries(parts)) {
    parts[name] = prepared(xml)
  }
  try {
    // Packed anew: the reader unpacks without limits, and gets nothing that was not counted.
    const rows = await readSheet(Buffer.from(zipSync(parts, { level: 0 })), firstVisible(parts))
    return rows.map(row => row.map(textOf))
  } catch {
    throw new SheetError('broken')
  }
}

const formattedRow = /<(?:\w+:)?row\b[^<>]*?(?:\/>|>\s*(?:<(?:\w+:)?c\b[^<>]*\/>\s*)*<\/(?:\w+:)?row>)/g
const cell = /<(?:\w+:)?c\s([^<>]*)>(?!<\/)/g
const address = /(?:^|\s)r="([A-Z]{1,3})(\d{1,7})"/

/**
 * A sheet with the rows that say something; others are there by the hundred thousand once a column was made text.
 * Other parts have no rows and stay as they are.
 */
function prepared(part: Buffer): Buffer {
  // Every byte a sign: the marks are ASCII, and what is between them stays as it is.
  const xml = part.toString('latin1').replace(formattedRow, '')
  if (area(xml) > largestArea) throw new SheetError('tooLarge')
  return Buffer.from(xml, 'latin1')
}

/** One stray value in the last corner of a sheet would have the reader fill 17,000 million cells. */
function area(xml: string): number {
  let rows = 0
  let columns = 0
  for (const [, attributes = ''] of xml.matchAll(cell)) {
    const [, letters, row] = (!attributes.endsWith('/') && address.exec(attributes)) || []
    if (!letters) continue
    rows = Math.max(rows, Number(row))
    columns = Math.max(columns, columnNumber(letters))
  }
  return rows * columns
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

/** Its place among the sheets, from 1. Value lists of other people's templates hide in sheets of their own. */
function firstVisible(parts: Record<string, Buffer>): number {
  const sheets = parts['xl/workbook.xml']?.toString('utf8').match(/<(?:\w+:)?sheet\s[^<>]*>/g) ?? []
  const index = sheets.findIndex(sheet => !/\sstate="(very)?hidden"/i.test(sheet))
  return Math.max(index, 0) + 1
}

function textOf(value: CellValue | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return textOfNumber(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date) return textOfDate(value)
  return String(value)
}

/** A long number in a cell for dates is no date. */
function textOfDate(value: Date): string {
  return Number.isNaN(value.getTime()) ? '' : value.toISOString().replace('T00:00:00.000Z', '')
}

function textOfNumber(value: number): string {
  return Math.abs(value) < firstRounded ? String(value) : value.toExponential().toUpperCase()
}
