import type { Batch, BatchAuditRow } from '../../domain/batch/row'
import { ActionError } from '../../domain/errors'
import type { Deps } from '../kit/deps'
import { chained, flushOutbox } from '../kit/outbox'

type Changes = Partial<Omit<Batch, '_id' | 'version' | 'outbox' | 'outboxAt' | 'auditHash'>>
/** What an operator did, and to how many rows. */
export interface Act {
  event: string
  operator: string
  rows: number
}

const rounds = 8

/**
 * Changes a batch with compare-and-set, again on the newer document when somebody else was first; an operator's act
 * leaves its audit row in the same write. Throws NOT_FOUND, BUSY.
 */
export async function commitBatch(
  deps: Deps,
  id: string,
  changesOf: (batch: Batch) => Changes,
  act: Act | null = null,
): Promise<Batch> {
  for (let round = 0; round < rounds; round++) {
    const before = await deps.store.get('batches', id)
    if (!before) throw new ActionError('NOT_FOUND')
    const changes = changesOf(before)
    const row = act && auditRow(before, act, deps.clock())
    const recorded = row
      ? { outbox: [...before.outbox, row], outboxAt: before.outboxAt ?? deps.clock(), auditHash: row.hash }
      : {}
    const written = { ...changes, ...recorded }
    if (!(await deps.store.replace('batches', id, before.version, written))) continue
    const after = { ...before, ...written, version: before.version + 1 }
    return row ? flushOutbox(deps, 'batches', after) : after
  }
  throw new ActionError('BUSY')
}

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
