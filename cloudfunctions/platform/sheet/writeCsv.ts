import { unparse } from 'papaparse'
import type { SheetToWrite } from './writeXlsx'

/** Without it Excel in China takes the file for GBK. */
const byteOrderMark = '\ufeff'
/** Begins what spreadsheet programs calculate, in some languages also at full width. */
const formula = /^[=+\-@＝＋－＠\t\r\n]/

/**
 * A .csv file (RFC 4180, UTF-8). A cell that a spreadsheet program would calculate gets an apostrophe before it. Such
 * programs also round long numbers: whoever opens it in one should rather take an .xlsx.
 */
export function writeCsv({ columns, rows }: Pick<SheetToWrite, 'columns' | 'rows'>): Buffer {
  const lines = [columns.map(({ heading }) => heading), ...rows.map(row => [...row])]
  return Buffer.from(`${byteOrderMark}${unparse(lines, { escapeFormulae: formula, newline: '\r\n' })}\r\n`)
}
