import { finalRowStates } from '../../domain/batch/lifecycle'
import type { BatchRow } from '../../domain/batch/row'
import { ActionError } from '../../domain/errors'
import type { Deps } from '../kit/deps'
import { pageSize } from '../kit/untilDone'
import { recordAct } from './commit'
import { removeFiles } from './edit'
import { cancelBatch } from './repair'
import { rowOf } from './rows'

/**
 * Irreversible: what was typed about organizations and administrators, and the files beside it, go after the retention
 * time. Leaves a row in the audit of each batch. A page at a time; returns how many rows it found.
 */
export async function redact(deps: Deps, now: number): Promise<number> {
  const rows = await deps.store.find('batch_rows', {
    where: [
      ['redactAt', 'gt', 0],
      ['redactAt', 'lte', now],
    ],
    fields: ['_id', 'batchId', 'attachments'],
    limit: pageSize,
  })
  if (rows.length === 0) return 0
  for (const row of rows) await removeFiles(deps, row)
  await deps.store.updateMany(
    'batch_rows',
    [
      ['_id', 'in', rows.map(({ _id }) => _id)],
      ['redactAt', 'gt', 0],
      ['redactAt', 'lte', now],
    ],
    { set: nobodysRow },
  )
  for (const batchId of new Set(rows.map(row => row.batchId))) {
    const own = rows.filter(row => row.batchId === batchId).length
    const act = { event: 'redacted', operator: '', rows: own }
    // Rows whose batch was never completed have no audit either.
    if (await deps.store.get('batches', batchId)) await recordAct(deps, batchId, act)
  }
  return rows.length
}

/** What was typed about an administrator, what the vendor said of him, and by what his rows are found. */
const nobodysRow = {
  sealed: null,
  redactAt: null,
  maskedAdmin: null,
  adminKey: null,
  vendorText: null,
  attachments: [],
  // Rows of before still say there what was typed.
  issues: [],
}

/** At once, as the administrator asks for: his row is taken out, at the vendor too where that lets go of it. Throws BUSY. */
export async function eraseRow(deps: Deps, operator: string, row: BatchRow): Promise<void> {
  const { _id, batchId } = row
  if (!finalRowStates.includes(row.state)) await withdrawRow(deps, operator, row)
  await removeFiles(deps, row)
  // Whoever has moved it meanwhile needs what it holds.
  const ended = [['_id', 'eq', _id] as const, ['state', 'in', finalRowStates] as const]
  if ((await deps.store.updateMany('batch_rows', ended, { set: nobodysRow })) === 0)
    throw new ActionError('BUSY')
  await recordAct(deps, batchId, { event: 'redacted', operator, rows: 1 })
}

/** Takes it out, at the vendor too where that lets go of it; false: it had ended already. Throws BUSY. */
export async function withdrawRow(deps: Deps, operator: string, row: BatchRow): Promise<boolean> {
  const { _id, batchId, state } = row
  if (state !== 'rejected' && finalRowStates.includes(state)) return false
  // On its way to the vendor: nobody knows yet what there is to take back.
  if (state !== 'sending') await cancelBatch(deps, operator, { id: batchId, rowIds: [_id] })
  const { state: now } = await rowOf(deps, _id)
  if (!finalRowStates.includes(now)) throw new ActionError('BUSY')
  return now === 'canceled'
}

/** Links that ended are of no use to anybody; a page at a time. Returns how many it found. */
export async function clearLinks({ store }: Deps, now: number): Promise<number> {
  const where = [['expiresAt', 'lte', now - keptAfterEnd]] as const
  // Each names its rows, a thousand perhaps.
  const ended = await store.find('links', { where, fields: ['_id', 'version'], limit: pageSize })
  for (const { _id, version } of ended) await store.remove('links', _id, version)
  return ended.length
}

/** ms; until then a page can still say that a link has ended. */
const keptAfterEnd = 30 * 24 * 3600_000
