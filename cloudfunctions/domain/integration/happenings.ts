import type { Batch, BatchAuditRow, BatchRow } from '../batch/row'
import type { Invitation, InvitationAuditRow } from '../invitation/invitation'
import type { State } from '../lifecycle'
import type { AuditRow, Verification } from '../verification'
import type { EventData, EventType } from './event'

/** Something a business system may want to hear of. */
export interface Happening {
  /** The same happening has the same source, however often it is told: the id of its audit row. */
  source: string
  type: EventType
  subjectId: string
  at: number
  data: EventData
}

const ofState: Partial<Record<State, EventType>> = {
  verified: 'verification.verified',
  rejected: 'verification.rejected',
  expired: 'verification.expired',
  revoked: 'verification.revoked',
}

/** What the rows of a verification's outbox mean to the outside. That something was removed is nobody's business. */
export function ofVerification(
  {
    vendor,
    subject,
    bizId,
    invitationId,
  }: Pick<Verification, 'vendor' | 'subject' | 'bizId' | 'invitationId'>,
  rows: readonly AuditRow[],
): Happening[] {
  return rows
    .filter(({ cause, from, to }) => cause !== 'redacted' && (cause !== 'erased' || from !== to))
    .map(({ _id, verificationId, from, to, reason, sequence, at }) => ({
      source: _id,
      type: (from !== to && ofState[to]) || 'verification.updated',
      subjectId: verificationId,
      at,
      data: {
        id: verificationId,
        state: to,
        reason,
        vendor,
        subject,
        bizId: bizId ?? '',
        invitationId: invitationId ?? null,
        sequence,
      },
    }))
}

const ofInvitationEvent: Partial<Record<InvitationAuditRow['event'], EventType>> = {
  opened: 'invitation.opened',
  inviteeStarted: 'invitation.started',
  // Every invitee is verified; that they also pressed 「完成」 says no more, but says it again with another state.
  allVerified: 'invitation.finished',
  allFinished: 'invitation.finished',
  timeUp: 'invitation.expired',
  operatorRevoked: 'invitation.revoked',
}

export function ofInvitation(
  { subject, vendor, bizId }: Pick<Invitation, 'subject' | 'vendor' | 'bizId'>,
  rows: readonly InvitationAuditRow[],
): Happening[] {
  return rows.flatMap(({ _id, invitationId, event, to, sequence, at }) => {
    const type = ofInvitationEvent[event]
    if (!type) return []
    const data = { id: invitationId, state: to, subject, vendor, bizId, sequence }
    return [{ source: _id, type, subjectId: invitationId, at, data }]
  })
}

/** How rows of a batch stand now. What came in between and was not told is left out: the last state is what counts. */
export function ofRows(
  rows: readonly Pick<BatchRow, '_id' | 'batchId' | 'number' | 'state' | 'history'>[],
): Happening[] {
  return rows.map(({ _id, batchId, number, state, history }) => ({
    source: `${_id}#${history.length}`,
    type: 'batch.row.updated',
    subjectId: _id,
    at: history.at(-1)?.at ?? 0,
    data: { id: _id, batchId, number, state, sequence: history.length },
  }))
}

export function ofBatch({ counts }: Pick<Batch, 'counts'>, rows: readonly BatchAuditRow[]): Happening[] {
  return rows
    .filter(({ event }) => event === 'finished')
    .map(({ _id, batchId, rows: total, sequence, at }) => {
      const { verified, already, rejected, canceled } = counts
      const data = { id: batchId, total, verified, already, rejected, canceled, sequence }
      return { source: _id, type: 'batch.finished', subjectId: batchId, at, data }
    })
}
