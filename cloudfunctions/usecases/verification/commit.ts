import type { AuditRow, Verification } from '../../domain/verification'
import type { Deps } from '../kit/deps'
import { chained } from '../kit/outbox'
import { publish } from './publish'

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
      reason: changes.reason ?? null,
      at: now,
    })
  const recorded = row
    ? { outbox: [...before.outbox, row], outboxAt: before.outboxAt ?? now, auditHash: row.hash }
    : {}
  const written = { ...changes, ...recorded }
  const won = await deps.store.replace('verifications', before._id, before.version, written)
  if (!won) return null
  const after = { ...before, ...written, version: before.version + 1 }
  return row ? publish(deps, after) : after
}

/** The first row of a verification's chain. */
export function birthRow(
  verification: Pick<Verification, '_id' | 'vendor' | 'state' | 'createdAt'>,
): AuditRow {
  const { _id, vendor, state, createdAt } = verification
  return chained({
    _id: `${_id}_1`,
    verificationId: _id,
    vendor,
    sequence: 1,
    event: 'started',
    from: null,
    to: state,
    cause: 'userSubmitted',
    rawStatus: null,
    reason: null,
    at: createdAt,
    previousHash: '',
  })
}

function auditRow(
  before: Verification,
  {
    event,
    cause,
    to,
    rawStatus,
    reason,
    at,
  }: Pick<AuditRow, 'event' | 'cause' | 'to' | 'rawStatus' | 'reason' | 'at'>,
): AuditRow {
  const sequence = before.version + 1
  return chained({
    _id: `${before._id}_${sequence}`,
    verificationId: before._id,
    vendor: before.vendor,
    sequence,
    event,
    from: before.state,
    to,
    cause,
    rawStatus,
    reason,
    at,
    previousHash: before.auditHash,
  })
}
