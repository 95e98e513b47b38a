import { ActionError } from '../../domain/errors'
import { readTable, readText, SheetError, type Table } from '../../platform/sheet/index'
import type { Deps } from './deps'

/** A spreadsheet as an operator hands it in. */
export type TableSource = { kind: 'file'; fileId: string } | { kind: 'text'; text: string }

/** What it says. Throws FILE_UNREADABLE. */
export function tableOf(deps: Deps, source: TableSource): Promise<Table> {
  return source.kind === 'text' ? Promise.resolve(readText(source.text)) : readFile(deps, source.fileId)
}

/** The file is deleted at once, whatever it was: it holds people's numbers and is never kept. */
async function readFile({ files, log }: Deps, fileId: string): Promise<Table> {
  try {
    return await readTable(await files.download(fileId))
  } catch (error) {
    log.warn('import.unreadable', { reason: error instanceof SheetError ? error.reason : 'notFound' })
    throw new ActionError('FILE_UNREADABLE', 'source')
  } finally {
    await files.remove(fileId).catch(() => log.error('import.fileKept', {}))
  }
}
