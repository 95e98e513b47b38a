import type { BatchView, RowDetail, RowsResult, RowView } from '../../contract/batch'
import { batchPhase } from '../../domain/batch/phase'
import type { Batch, BatchRow, RowFields } from '../../domain/batch/row'
import { maskContact, maskIdNumber } from '../../domain/identity'
import type { Deps } from '../kit/deps'
import { batchDriver } from './driver'
import { sentToday } from './quota'
import { fieldsOf } from './rows'

/** Everything a line of the board needs, and nothing that is sealed. */
const lineFields = [
  '_id',
  'number',
  'name',
  'creditCode',
  'state',
  'rawStatus',
  'letterRejected',
  'faults',
  'updatedAt',
] as const satisfies readonly (keyof BatchRow)[]

export async function batchView(deps: Deps, batch: Batch): Promise<BatchView> {
  const { vendor, limits } = batchDriver(deps)
  const total = Object.values(batch.counts).reduce((sum, count) => sum + count, 0)
  const paused = batch.paused && batch.paused.until > deps.clock() ? batch.paused : null
  return {
    id: batch._id,
    title: batch.title,
    linkMode: batch.linkMode,
    authorization: batch.authorization,
    phase: batchPhase(batch.counts),
    total,
    counts: batch.counts,
    faulty: batch.faulty,
    sendable: batch.counts.draft - batch.faulty,
    letterRejected: batch.letterRejected,
    paused,
    today: { sent: await sentToday(deps, vendor), limit: limits.rowsPerDay },
    createdAt: batch.createdAt,
    updatedAt: batch.updatedAt,
  }
}

type Line = Pick<BatchRow, (typeof lineFields)[number]>

function rowView(row: Line): RowView {
  const { _id: id, number, name, creditCode, state, rawStatus, letterRejected, faults, updatedAt } = row
  return { id, number, name, creditCode, state, rawStatus, letterRejected, issues: faults, updatedAt }
}

/** The rows that changed since, and the moment to ask from the next time. */
export async function rowsResult(deps: Deps, batch: Batch, since: number): Promise<RowsResult> {
  // A write of the same millisecond, or of an instance whose clock is a little behind, must not be missed.
  const asOf = deps.clock() - overlap
  const rows = await deps.store.find('batch_rows', {
    where: [
      ['batchId', 'eq', batch._id],
      ['updatedAt', 'gte', since],
    ],
    fields: lineFields,
    limit: 1000,
  })
  rows.sort((a, b) => a.number - b.number)
  return { batch: await batchView(deps, batch), rows: rows.map(rowView), asOf }
}

const overlap = 2000

/** One row with everything an operator may see of it. */
export function rowDetail(deps: Deps, batch: Batch, row: BatchRow): RowDetail {
  const { state } = row
  const fields = masked(deps, row)
  const atVendor = state === 'accepted' || state === 'ready' || state === 'processing'
  const known = fields !== null
  return {
    ...rowView(row),
    fields,
    issueList: row.issues,
    attachments: row.attachments.map(({ kind, size }) => ({ kind, size })),
    vendorText: row.vendorText,
    problem: row.problem ?? null,
    round: row.round,
    history: row.history.map(({ state: reached, at }) => ({ state: reached, at })),
    can: {
      edit: known && (state === 'draft' || state === 'rejected'),
      resubmit: known && (state === 'indeterminate' || state === 'rejected'),
      repair: known && (atVendor || state === 'rejected'),
      cancel: atVendor || ['draft', 'queued', 'indeterminate', 'rejected'].includes(state),
      link: batch.linkMode === 'perRow' && (state === 'ready' || state === 'processing'),
      attach: known && (state === 'draft' || state === 'rejected'),
    },
  }
}

/** What was typed. Nobody sees a whole id number again, not even who typed it. */
export function masked(deps: Deps, row: Pick<BatchRow, '_id' | 'sealed'>): RowFields | null {
  const fields = fieldsOf(deps, row)
  if (!fields) return null
  const { adminMobile, adminIdNumber } = fields
  return {
    ...fields,
    adminMobile: adminMobile && maskContact({ type: 'mobile', value: adminMobile }),
    adminIdNumber: maskIdNumber(adminIdNumber),
  }
}
