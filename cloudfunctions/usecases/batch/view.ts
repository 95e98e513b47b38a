import type { BatchView, RowDetail, RowsResult, RowView } from '../../contract/batch'
import { batchPhase } from '../../domain/batch/phase'
import type { Batch, BatchRow, Issue, RowFields } from '../../domain/batch/row'
import { withoutTyped, withTyped } from '../../domain/batch/suggest'
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
    issueList: issuesOf(deps, row),
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

/** With what would do, where it may be seen: of what is masked it may not. */
function issuesOf(deps: Deps, row: Pick<BatchRow, '_id' | 'sealed' | 'issues'>): Issue[] {
  return suggested(deps, row).map(issue => {
    const { suggestion: _, ...rest } = issue
    return issue.column in masks ? rest : issue
  })
}

/** The same for a list, where what is masked is shown in part. */
export function issuesInPart(deps: Deps, row: Pick<BatchRow, '_id' | 'sealed' | 'issues'>): Issue[] {
  return suggested(deps, row).map(issue => {
    const column = maskedColumns.find(each => each === issue.column)
    const { suggestion } = issue
    return column && suggestion !== undefined ? { ...issue, suggestion: masks[column](suggestion) } : issue
  })
}

function suggested(deps: Deps, row: Pick<BatchRow, '_id' | 'sealed' | 'issues'>): Issue[] {
  const fields = fieldsOf(deps, row)
  return fields ? withTyped(row.issues, fields, deps.clock()) : withoutTyped(row.issues)
}

const maskedColumns = ['adminMobile', 'adminIdNumber'] as const
const masks = {
  adminMobile: (value: string) => maskContact({ type: 'mobile', value }),
  adminIdNumber: maskIdNumber,
}

/** What was typed. Nobody sees a whole id number again, not even who typed it. */
export function masked(deps: Deps, row: Pick<BatchRow, '_id' | 'sealed'>): RowFields | null {
  const fields = fieldsOf(deps, row)
  if (!fields) return null
  const { adminMobile, adminIdNumber } = fields
  return {
    ...fields,
    adminMobile: adminMobile && masks.adminMobile(adminMobile),
    adminIdNumber: masks.adminIdNumber(adminIdNumber),
  }
}
