import type { SheetToWrite } from './writeXlsx'

export type { Sheet } from '../../domain/sheet/table'
export { SheetError, type SheetProblem } from './error'
export { largestFile } from './limits'
export type { SheetToWrite }

// Few calls read or write a spreadsheet, and every cold start would load the libraries.

export const reader = () => import('./readFile')

export async function writeXlsx(...sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const writer = await import('./writeXlsx')
  return writer.writeXlsx(...sheets)
}

export async function writeCsv(sheet: SheetToWrite): Promise<Buffer> {
  const writer = await import('./writeCsv')
  return writer.writeCsv(sheet)
}
