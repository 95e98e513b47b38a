export type { Table } from '../../domain/batch/table'
export { SheetError } from './error'
export { readTable, readText } from './readTable'
export { type SheetToWrite, writeXlsx } from './writeXlsx'
