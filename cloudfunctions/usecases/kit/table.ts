import { ActionError, type ErrorCode } from '../../domain/errors'
import type { RowsProblem } from '../../domain/sheet/rows'
import { FileTooLarge } from '../../platform/files'
import { largestFile, reader, type Sheet, SheetError, type SheetProblem } from '../../platform/sheet/index'
import type { Deps } from './deps'

/** A spreadsheet as an operator hands it in. */
export type TableSource = { kind: 'file'; fileId: string } | { kind: 'text'; text: string }

/** What to say of a file that is no table to us. */
const fileErrors: Readonly<Record<SheetProblem, ErrorCode>> = {
  empty: 'FILE_EMPTY',
  oldExcel: 'FILE_OLD_EXCEL',
  locked: 'FILE_LOCKED',
  webPage: 'FILE_WEB_PAGE',
  xml: 'FILE_XML',
  binaryWorkbook: 'FILE_BINARY_WORKBOOK',
  openDocument: 'FILE_OPEN_DOCUMENT',
  numbers: 'FILE_NUMBERS',
  otherKind: 'FILE_OTHER_KIND',
  tooLarge: 'FILE_TOO_LARGE',
  inflated: 'FILE_INFLATED',
  tooManyCells: 'SHEET_TOO_LARGE',
  unusual: 'FILE_UNUSUAL',
  broken: 'FILE_BROKEN',
}
const rowsErrors: Readonly<Record<RowsProblem, ErrorCode>> = {
  empty: 'SHEET_EMPTY',
  noHeading: 'SHEET_NO_HEADING',
  onlyHidden: 'SHEET_ALL_HIDDEN',
  noSuchSheet: 'SHEET_NOT_FOUND',
}

/** ms; the sweep removes a file then, whose reader died. Longer than any function runs. */
const keptFor = 5 * 60_000

/** A spreadsheet that has been handed in. Both throw FILE_UNREADABLE; nothing is fetched before somebody asks. */
export interface Spreadsheet {
  /** As it came. */
  content: () => Promise<string | Buffer>
  /** What is in it. Throws the other codes of files too. */
  sheets: () => Promise<Sheet[]>
}

/**
 * Does what a spreadsheet is handed in for. An uploaded file is deleted however this ends, also unread: it holds
 * people's numbers and is never kept.
 */
export async function withSpreadsheet<T>(
  deps: Deps,
  source: TableSource | { kind: 'empty' },
  act: (spreadsheet: Spreadsheet) => Promise<T>,
): Promise<T> {
  if (source.kind === 'empty') return act({ content: async () => '', sheets: async () => [] })
  if (source.kind === 'text') {
    const { text } = source
    return act({
      content: async () => text,
      sheets: async () => read(deps, ({ readText }) => readText(text)),
    })
  }
  const note = await noted(deps, source.fileId)
  let fetching: Promise<Buffer> | null = null
  const download = () => {
    fetching ??= fetched(deps, source.fileId)
    return fetching
  }
  const isText = source.fileId.endsWith('.txt')
  const text = async () => textOf(await download())
  try {
    return await act({
      // The same list is the same content, however it came.
      content: isText ? text : download,
      sheets: async () => {
        if (!isText) {
          const bytes = await download()
          return read(deps, ({ readFile }) => readFile(bytes))
        }
        const pasted = await text()
        return read(deps, ({ readText }) => readText(pasted))
      },
    })
  } finally {
    await discard(deps, note)
  }
}

/** What a read table comes to. Throws the codes of sheets without rows to read. */
export function rowsOrRefusal<T extends object>(read: T | { problem: RowsProblem }): T {
  if ('problem' in read) throw new ActionError(rowsErrors[read.problem], 'source')
  return read
}

/** Characters; what the field of a page takes. */
const longestText = 300_000

function textOf(bytes: Buffer): string {
  const text = bytes.toString('utf8')
  if (text.length > longestText) throw new ActionError('FILE_TOO_LARGE', 'source')
  return text
}

function fetched({ files, log }: Deps, fileId: string): Promise<Buffer> {
  return files.download(fileId, largestFile).catch((error: unknown) => {
    if (error instanceof FileTooLarge) throw new ActionError('FILE_TOO_LARGE', 'source')
    log.warn('import.unreadable', { reason: 'notFound' })
    throw new ActionError('FILE_UNREADABLE', 'source')
  })
}

async function read(
  { log }: Deps,
  reading: (by: Awaited<ReturnType<typeof reader>>) => Sheet[],
): Promise<Sheet[]> {
  const by = await reader()
  try {
    return reading(by)
  } catch (error) {
    if (error instanceof SheetError) log.warn('import.unreadable', { reason: error.reason })
    throw refusalOf(error)
  }
}

/** What an operator is told when a file is no table to us; any other error stays as it is. */
export function refusalOf(error: unknown): unknown {
  return error instanceof SheetError ? new ActionError(fileErrors[error.reason], 'source') : error
}

interface Note {
  _id: string
  version: number
  fileId: string
}

/** Written before anything is read: whatever becomes of this run, the sweep knows of the file. */
async function noted({ store, random, clock }: Deps, fileId: string): Promise<Note> {
  const note = { _id: `f_${random(16)}`, version: 1, fileId }
  await store.insert('files', { ...note, expiresAt: clock() + keptFor })
  return note
}

/** The note goes last: without it nobody would try again. */
async function discard({ files, store, log }: Deps, { _id, version, fileId }: Note): Promise<void> {
  try {
    await files.remove(fileId)
    await store.remove('files', _id, version)
  } catch {
    log.error('import.fileKept', {})
  }
}
