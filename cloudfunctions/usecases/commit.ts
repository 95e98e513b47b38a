import type { AuditRow, Verification } from '../domain/verification'
import type { Deps } from './deps'
import { chained, flushOutbox } from './outbox'

export type Changes = Partial<Omit<Verification, '_id' | 'version' | 'outbox' | 'outboxAt' | 'auditHash'>>

/**
 * Writes changes over exactly the version that was read, with their audit row in the same write: the row first
 * stands in the document's outbox, then in `audit`. A process that dies in between leaves it to the sweep.
 * Returns null when somebody else was first.
 */
export async function commit(
  deps: Deps,
  before: Verification,
  changes: Changes,
  audit: { event: string; cause: string } | null,
): Promise<Verification | null> {
  const now = deps.clock()
  const row =
    audit &&
    auditRow(before, {
      ...audit,
      to: changes.state ?? before.state,
      rawStatus: changes.rawStatus ?? null,
      at: now,
    })
  const recorded = row
    ? { outbox: [...before.outbox, row], outboxAt: before.outboxAt ?? now, auditHash: row.hash }
    : {}
  const written = { ...changes, ...recorded }
  const won = await deps.store.replace('verifications', before._id, before.version, written)
  if (!won) return null
  const after = { ...before, ...written, version: before.version + 1 }
  return row ? flushOutbox(deps, 'verifications', after) : after
}

/** The first row of a verification's chain. */
export function birthRow(verification: Pick<Verification, '_id' | 'state' | 'createdAt'>): AuditRow {
  const { _id, state, createdAt } = verification
  return chained({
    _id: `${_id}_1`,
    verificationId: _id,
    sequence: 1,
    event: 'started',
    from: null,
    to: state,
    cause: 'userSubmitted',
    rawStatus: null,
    at: createdAt,
    previousHash: '',
  })
}

function auditRow(
  before: Verification,
  { event, cause, to, rawStatus, at }: Pick<AuditRow, 'event' | 'cause' | 'to' | 'rawStatus' | 'at'>,
): AuditRow {
  const sequence = before.version + 1
  return chained({
    _id: `${before._id}_${sequence}`,
    verificationId: before._id,
    sequence,
    event,
    from: before.state,
    to,
    cause,
    rawStatus,
    at,
    previousHash: before.auditHash,
  })
}
