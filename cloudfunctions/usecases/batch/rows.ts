import * as v from 'valibot'
import { finalRowStates, noCounts, type RowCause, rowTransition } from '../../domain/batch/lifecycle'
import { batchPhase } from '../../domain/batch/phase'
import { type Batch, type BatchRow, columns, type RowFields, withOwnIds } from '../../domain/batch/row'
import { ActionError } from '../../domain/errors'
import { maskContact, maskName } from '../../domain/identity'
import type { Condition } from '../../platform/store'
import type { Deps } from '../kit/deps'
import { openSealed } from '../kit/openSealed'
import { record } from '../kit/outbox'
import { retention } from '../kit/retention'
import { auditRow } from './commit'
import { publishBatch, tellRows } from './tell'

/** Documents of one answer of the database, so that a thousand sealed rows stay below its limit. */
const pageSize = 100

/** The batch, whoever made it: operators see all. Throws NOT_FOUND. */
export async function batchOf({ store }: Deps, id: string): Promise<Batch> {
  const batch = await store.get('batches', id)
  if (!batch) throw new ActionError('NOT_FOUND')
  return batch
}

/** Throws NOT_FOUND, also for a row of another batch. */
export async function rowOf({ store }: Deps, rowId: string, batchId?: string): Promise<BatchRow> {
  const row = await store.get('batch_rows', rowId)
  if (!row || (batchId !== undefined && row.batchId !== batchId)) throw new ActionError('NOT_FOUND')
  return withOwnIds(row)
}

/** Whole rows, in their order. */
export async function wholeRows({ store }: Deps, batchId: string): Promise<BatchRow[]> {
  const all: BatchRow[] = []
  for (;;) {
    const page = await store.find('batch_rows', {
      where: [
        ['batchId', 'eq', batchId],
        ['number', 'gt', all.at(-1)?.number ?? 0],
      ],
      orderBy: [['number', 'asc']],
      limit: pageSize,
    })
    all.push(...page.map(withOwnIds))
    if (page.length < pageSize) return all
  }
}

/** Whole rows by id, in their order; ids of other batches are left out. */
export async function chosenRows(deps: Deps, batchId: string, ids: readonly string[]): Promise<BatchRow[]> {
  const wanted = new Set(ids)
  if (ids.length > 50) return (await wholeRows(deps, batchId)).filter(row => wanted.has(row._id))
  const rows = await deps.store.find('batch_rows', {
    where: [
      ['batchId', 'eq', batchId],
      ['_id', 'in', ids],
    ],
    orderBy: [['number', 'asc']],
    limit: 50,
  })
  return rows.map(withOwnIds)
}

export type RowChanges = Partial<
  Omit<BatchRow, '_id' | 'version' | 'batchId' | 'number' | 'state' | 'history'>
>

/**
 * Moves rows along the table of domain/batch/lifecycle.ts, each only from a state that allows it: who comes second
 * changes nothing. Returns how many moved.
 */
export async function move(
  deps: Deps,
  ids: readonly string[],
  cause: RowCause,
  changes: RowChanges = {},
  guard: readonly Condition<BatchRow>[] = [],
): Promise<number> {
  if (ids.length === 0) return 0
  const { from, to } = rowTransition(cause)
  const at = deps.clock()
  const final = finalRowStates.includes(to)
  return deps.store.updateMany('batch_rows', [['_id', 'in', ids], ['state', 'in', from], ...guard], {
    set: {
      state: to,
      updatedAt: at,
      tellAt: at,
      fruitless: 0,
      ...(final && { dueAt: null, redactAt: at + retention(deps) }),
      ...changes,
    },
    // A round is one submission, however often it had to be tried.
    ...(cause === 'submitted' && { add: { round: 1 } }),
    append: { history: { state: to, at, cause } },
  })
}

const rowFields = v.object(v.entriesFromList(columns, v.string()))

/** What was typed about a row; null once it was removed for good. Throws DATA_UNREADABLE. */
export function fieldsOf(
  deps: Pick<Deps, 'vault'>,
  { _id, sealed }: Pick<BatchRow, '_id' | 'sealed'>,
): RowFields | null {
  return sealed === null ? null : openSealed(deps, rowFields, sealed, { kind: 'batchRow', id: _id })
}

/** The columns of a row that follow from what was typed. */
export function written({ vault }: Deps, rowId: string, fields: RowFields) {
  const { name, creditCode, adminName, adminMobile } = fields
  const named = adminName !== '' && adminMobile !== ''
  return {
    name: name.slice(0, 200),
    creditCode: creditCode.slice(0, 50),
    sealed: vault.seal(fields, { kind: 'batchRow', id: rowId }),
    maskedAdmin: named
      ? { name: maskName(adminName), mobile: maskContact({ type: 'mobile', value: adminMobile }) }
      : null,
    adminKey: named ? vault.digest('administrator', adminName, adminMobile).slice(0, 16) : null,
  }
}

/**
 * Counts the rows anew and writes down the sums, unless somebody was faster: then both are counted. Business systems
 * learn what has moved, and that the last row has its end. Throws NOT_FOUND, BUSY.
 */
export async function recount(deps: Deps, batchId: string, changes: Partial<Batch> = {}): Promise<Batch> {
  await tellRows(deps, batchId)
  const { document } = await record(
    deps,
    'batches',
    batchId,
    async before => {
      // The moment before the counting: what changes meanwhile is newer and is counted next time.
      const updatedAt = deps.clock()
      const sums = await sumsOf(deps, batchId)
      const ended = batchPhase(sums.counts) === 'done' && batchPhase(before.counts) !== 'done'
      const act = { event: 'finished', operator: '', rows: sums.total }
      return {
        changes: {
          counts: sums.counts,
          faulty: sums.faulty,
          letterRejected: sums.letterRejected,
          updatedAt,
          ...changes,
        },
        rows: ended ? [auditRow(before, act, updatedAt)] : [],
      }
    },
    publishBatch,
  )
  return document
}

async function sumsOf({ store }: Deps, batchId: string) {
  const rows = await store.find('batch_rows', {
    where: [['batchId', 'eq', batchId]],
    fields: ['state', 'faults', 'letterRejected'],
    limit: 1000,
  })
  const counts = noCounts()
  let faulty = 0
  let letterRejected = 0
  for (const row of rows) {
    counts[row.state] += 1
    if (row.state === 'draft' && row.faults > 0) faulty += 1
    if (row.letterRejected && row.state === 'processing') letterRejected += 1
  }
  return { counts, faulty, letterRejected, total: rows.length }
}
