import type { FileResult } from '../../contract/batch'
import { ActionError } from '../../domain/errors'
import { type SheetToWrite, writeCsv, writeXlsx } from '../../platform/sheet'
import { fileName } from '../kit/fileName'

export type SheetFormat = 'xlsx' | 'csv'

/** In base64, so that the answer stays below the limit of the platform. */
const largest = 700_000

/** Throws RANGE_TOO_LARGE when it is more than one answer holds. */
export async function sheetFile(
  title: string,
  format: SheetFormat,
  sheet: SheetToWrite,
): Promise<FileResult> {
  const bytes = format === 'xlsx' ? await writeXlsx(sheet) : await writeCsv(sheet)
  const content = bytes.toString('base64')
  if (content.length > largest) throw new ActionError('RANGE_TOO_LARGE')
  return { name: `${fileName(title)}.${format}`, content }
}
