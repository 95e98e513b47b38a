import type { Table } from '../../domain/sheet/table'
import { decode } from './decode'
import { splitText } from './delimited'
import { SheetError } from './error'
import { linesOf } from './lines'
import { readXlsx } from './xlsx'

const largestFile = 5_000_000
const zip = Buffer.from('PK')
const compoundFile = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/** The table of an uploaded .xlsx, .csv or .tsv file; what the file is called proves nothing. Throws SheetError. */
export async function readTable(bytes: Buffer): Promise<Table> {
  if (bytes.length > largestFile) throw new SheetError('tooLarge')
  if (begins(bytes, compoundFile)) throw new SheetError('oldExcel')
  return begins(bytes, zip) ? linesOf(await readXlsx(bytes)) : readText(decode(bytes))
}

/** The table of text that was pasted: tab-separated out of a spreadsheet, or comma-separated. Throws SheetError. */
export function readText(text: string): Table {
  return linesOf(splitText(text))
}

function begins(bytes: Buffer, beginning: Buffer): boolean {
  return bytes.subarray(0, beginning.length).equals(beginning)
}
