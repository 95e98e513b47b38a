import type { RemoveResult, RowResult, RowsResult } from '../../contract/batch'
import {
  type Attachment,
  type AttachmentKind,
  type BatchRow,
  type Column,
  largestBatch,
  type RowFields,
} from '../../domain/batch/row'
import { isCorrection, withSuggestions } from '../../domain/batch/suggest'
import { ActionError } from '../../domain/errors'
import { contend } from '../../platform/change'
import { kindOfFile } from '../../platform/fileKind'
import type { Deps } from '../kit/deps'
import { retention } from '../kit/retention'
import { noFields, recheck } from './check'
import { commitBatch, recordAct } from './commit'
import { draft } from './create'
import { batchDriver } from './driver'
import { batchOf, chosenRows, fieldsOf, move, recount, rowOf, written } from './rows'
import { batchView, rowDetail, rowsResult } from './view'

/**
 * Adds a row, or changes the columns that are named of one that was not sent; a failed row becomes a draft again.
 * Throws NOT_FOUND, ROW_LOCKED, TOO_MANY_ROWS, BUSY.
 */
export async function saveRow(
  deps: Deps,
  _operator: string,
  { id, rowId, fields }: { id: string; rowId?: string; fields: Partial<Record<Column, string | undefined>> },
): Promise<RowResult> {
  const batch = await batchOf(deps, id)
  const typed = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const row =
    rowId === undefined
      ? await added(deps, id, { ...noFields(), ...typed })
      : await changed(deps, await rowOf(deps, rowId, id), typed)
  await recheck(deps, batch)
  return result(deps, id, row._id)
}

/** What can be corrected without asking is corrected in all drafts. Throws NOT_FOUND. */
export async function fix(deps: Deps, _operator: string, { id }: { id: string }): Promise<RowsResult> {
  const batch = await batchOf(deps, id)
  const since = deps.clock()
  for (const row of await recheck(deps, batch)) {
    const fields = fieldsOf(deps, row)
    if (!fields || !row.issues.some(isCorrection)) continue
    await rewrite(deps, row, withSuggestions(fields, row.issues))
  }
  await recheck(deps, batch)
  return rowsResult(deps, await recount(deps, id), since)
}

/** Drafts are deleted as if they had never been. Throws NOT_FOUND. */
export async function removeRows(
  deps: Deps,
  operator: string,
  { id, rowIds }: { id: string; rowIds: string[] },
): Promise<RemoveResult> {
  const batch = await batchOf(deps, id)
  const removed: string[] = []
  for (const row of await chosenRows(deps, id, rowIds)) {
    if (row.state !== 'draft' || !(await deps.store.remove('batch_rows', row._id, row.version))) continue
    await removeFiles(deps, row)
    removed.push(row._id)
  }
  await recordAct(deps, id, { event: 'removed', operator, rows: removed.length })
  await recheck(deps, batch)
  return { batch: await batchView(deps, await recount(deps, id)), removed }
}

interface Beside {
  rowId: string
  kind: AttachmentKind
  fileId: string | null
}

/**
 * Puts a licence or letter beside a row, in the place of the one before, or takes it away. Harmless to repeat; a file
 * that no row takes is deleted. Throws NOT_FOUND, ROW_LOCKED, ATTACHMENT_UNREADABLE.
 */
export async function attach(deps: Deps, _operator: string, beside: Beside): Promise<RowResult> {
  const { batchId } = await put(deps, beside).catch(async (error: unknown) => {
    // Of any other failure the same call may come again.
    if (error instanceof ActionError) await discard(deps, beside)
    throw error
  })
  await recheck(deps, await batchOf(deps, batchId))
  return result(deps, batchId, beside.rowId)
}

async function put(deps: Deps, { rowId, kind, fileId }: Beside): Promise<BatchRow> {
  const row = await openAgain(deps, await rowOf(deps, rowId))
  const others = row.attachments.filter(each => each.kind !== kind)
  const added = fileId === null ? [] : [await attachment(deps, kind, fileId)]
  await rewritten(deps, row, { attachments: [...others, ...added] })
  await removeFiles(deps, {
    attachments: row.attachments.filter(each => each.kind === kind && each.fileId !== fileId),
  })
  return row
}

/** A repeated call may name a file that the row has taken the first time. */
async function discard(deps: Deps, { rowId, fileId }: Beside): Promise<void> {
  const row = await deps.store.get('batch_rows', rowId)
  if (fileId !== null && !row?.attachments.some(each => each.fileId === fileId))
    await removeFiles(deps, { attachments: [{ fileId }] })
}

async function attachment(deps: Deps, kind: AttachmentKind, fileId: string): Promise<Attachment> {
  const { licenceBytes, letterBytes } = batchDriver(deps).limits
  const largest = kind === 'licence' ? licenceBytes : letterBytes
  const bytes = await deps.files.download(fileId, largest).catch(() => null)
  const type = bytes && kindOfFile(bytes)
  if (!bytes || !type || (kind === 'licence' && type === 'pdf'))
    throw new ActionError('ATTACHMENT_UNREADABLE', 'fileId')
  return { kind, fileId, type, size: bytes.length }
}

/** The originals are never kept longer than they are needed. */
export async function removeFiles(
  { files, log }: Deps,
  { attachments }: { attachments: readonly Pick<Attachment, 'fileId'>[] },
): Promise<void> {
  for (const { fileId } of attachments)
    await files.remove(fileId).catch(() => log.error('batch.fileKept', {}))
}

/** A number is given once; a row that is already there under it was added by somebody else. */
function added(deps: Deps, batchId: string, fields: RowFields): Promise<BatchRow> {
  return contend(async () => {
    const batch = await commitBatch(deps, batchId, before => {
      if (before.lastNumber >= largestBatch) throw new ActionError('TOO_MANY_ROWS')
      return { lastNumber: before.lastNumber + 1 }
    })
    const row = draft(deps, batchId, batch.lastNumber, fields, [])
    return (await deps.store.insert('batch_rows', row)) ? { won: row } : null
  })
}

async function changed(deps: Deps, before: BatchRow, typed: Partial<RowFields>): Promise<BatchRow> {
  const row = await openAgain(deps, before)
  const fields = fieldsOf(deps, row)
  if (!fields) throw new ActionError('ROW_LOCKED')
  await rewritten(deps, row, written(deps, row._id, { ...fields, ...typed }))
  return row
}

/** A row that failed is a draft again as soon as somebody corrects it. */
async function openAgain(deps: Deps, row: BatchRow): Promise<BatchRow> {
  if (row.state === 'rejected') await backToDraft(deps, [row._id])
  return rowOf(deps, row._id)
}

/** Nothing of the round before counts any more. */
export function backToDraft(deps: Deps, ids: readonly string[], cause: 'edited' | 'withdrawn' = 'edited') {
  return move(deps, ids, cause, {
    ...nothingSent,
    redactAt: deps.clock() + retention(deps),
  })
}

const nothingSent = {
  chunkId: null,
  taskId: null,
  subTaskId: null,
  subTasks: null,
  authorizationId: null,
  authorizations: null,
  rawStatus: null,
  vendorText: null,
  problem: null,
  letterRejected: false,
  suspected: false,
  solo: false,
  dueAt: null,
}

async function rewrite(deps: Deps, row: BatchRow, fields: RowFields): Promise<void> {
  await rewritten(deps, row, written(deps, row._id, fields))
}

/** Throws ROW_LOCKED when it is no draft: what is on its way is not to be touched. */
export async function rewritten(deps: Deps, row: BatchRow, set: Partial<BatchRow>): Promise<void> {
  const count = await deps.store.updateMany(
    'batch_rows',
    [
      ['_id', 'eq', row._id],
      ['state', 'eq', 'draft'],
    ],
    { set: { ...set, updatedAt: deps.clock() } },
  )
  if (count === 0) throw new ActionError('ROW_LOCKED')
}

async function result(deps: Deps, batchId: string, rowId: string): Promise<RowResult> {
  const batch = await recount(deps, batchId)
  return { batch: await batchView(deps, batch), row: rowDetail(deps, batch, await rowOf(deps, rowId)) }
}
