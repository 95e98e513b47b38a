import type { Sheet } from '../../domain/sheet/table'
import { decode } from './decode'
import { splitText } from './delimited'
import { SheetError } from './error'
import { kindOf, markupKind } from './kind'
import { limits } from './limits'
import { linesOf } from './lines'
import { readWorkbook } from './workbook'

/** The sheets of an uploaded .xlsx, .csv or .tsv file; what the file is called proves nothing. Throws SheetError. */
export function readFile(bytes: Buffer): Sheet[] {
  if (bytes.length > limits.file) throw new SheetError('tooLarge')
  const kind = kindOf(bytes)
  if (kind === 'archive') return readWorkbook(bytes)
  if (kind !== 'text') throw new SheetError(kind)
  return readText(decode(bytes))
}

/** The one sheet of text that was pasted: tab-separated out of a spreadsheet, or comma-separated. Throws SheetError. */
export function readText(text: string): Sheet[] {
  const markup = markupKind(text)
  if (markup) throw new SheetError(markup)
  return [{ name: '', hidden: false, lines: linesOf(splitText(text)), hiddenColumns: [] }]
}
