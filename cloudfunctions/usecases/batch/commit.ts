import type { Batch, BatchAuditRow } from '../../domain/batch/row'
import type { Deps } from '../kit/deps'
import { chained, record } from '../kit/outbox'
import { actorOf } from '../operator/identity'
import { publishBatch } from './tell'

type Changes = Partial<Omit<Batch, '_id' | 'version' | 'outbox' | 'outboxAt' | 'auditHash'>>
/** What an operator did, and to how many rows. */
export interface Act {
  event: string
  operator: string
  rows: number
}

/** Changes a batch; an operator's act leaves its audit row in the same write. Throws NOT_FOUND, BUSY. */
export async function commitBatch(
  deps: Deps,
  id: string,
  changesOf: (batch: Batch) => Changes | Promise<Changes>,
  act: Act | null = null,
): Promise<Batch> {
  const { document } = await record(
    deps,
    'batches',
    id,
    async before => ({
      changes: await changesOf(before),
      rows: act ? [auditRow(before, { ...act, operator: actorOf(deps, act.operator) }, deps.clock())] : [],
    }),
    publishBatch,
  )
  return document
}

/** Leaves an act in the audit of a batch of which nothing else changes. Throws NOT_FOUND, BUSY. */
export const recordAct = (deps: Deps, id: string, act: Act): Promise<Batch> =>
  commitBatch(deps, id, () => ({}), act)

export function auditRow(
  before: Pick<Batch, '_id' | 'version' | 'auditHash'>,
  act: Act,
  at: number,
): BatchAuditRow {
  const sequence = before.version + 1
  return chained({
    _id: `${before._id}_${sequence}`,
    batchId: before._id,
    sequence,
    ...act,
    at,
    previousHash: before.auditHash,
  })
}
