import { uncounted } from '../../domain/countMarks'
import { cellOfVerification } from '../../domain/dayFigures'
import type { AuditRow, Verification } from '../../domain/verification'
import type { Changed } from '../../platform/change'
import type { Deps } from '../kit/deps'
import { chained, type OnFailure, record, recordAll } from '../kit/outbox'
import { publish, publishAll } from './publish'

export type Changes = Partial<Omit<Verification, '_id' | 'version' | 'outbox' | 'outboxAt' | 'auditHash'>>

/** What to write, and why, for the audit; null: not worth a row. */
export interface Decided {
  changes: Changes
  audit: { event: string; cause: string } | null
}

type Decide = (before: Verification) => Decided | null | Promise<Decided | null>

/** One that has just been read, and who tells of it later, with others. */
export interface AtHand {
  found: Verification
  publish: typeof publish
}

/** Changes a verification; its audit row is in the same write. `null` changes nothing. Throws NOT_FOUND, BUSY. */
export function commit(
  deps: Deps,
  id: string,
  decide: Decide,
  atHand?: AtHand,
): Promise<Changed<Verification>> {
  return record(deps, 'verifications', id, stepOf(deps, decide), atHand?.publish ?? publish, atHand?.found)
}

/** The same of many that have just been read, told of together. Returns those that were changed. */
export function commitAll(
  deps: Deps,
  found: readonly Verification[],
  decide: Decide,
  onFailure: OnFailure,
): Promise<Verification[]> {
  return recordAll(deps, 'verifications', found, stepOf(deps, decide), publishAll, onFailure)
}

const stepOf = (deps: Deps, decide: Decide) => async (before: Verification) => {
  const decided = await decide(before)
  if (!decided) return null
  const { changes, audit } = decided
  const news = {
    to: changes.state ?? before.state,
    rawStatus: changes.rawStatus ?? null,
    reason: changes.reason ?? null,
    at: deps.clock(),
  }
  return {
    changes: { ...changes, ...uncounted(before, changes, cellOfVerification) },
    rows: audit ? [auditRow(before, { ...audit, ...news })] : [],
  }
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
