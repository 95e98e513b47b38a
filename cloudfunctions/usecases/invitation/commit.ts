import { uncounted } from '../../domain/countMarks'
import { cellOfInvitation } from '../../domain/dayFigures'
import type { Invitation, InvitationAuditRow } from '../../domain/invitation/invitation'
import type { InvitationState } from '../../domain/invitation/lifecycle'
import type { Deps } from '../kit/deps'
import { chained, type OnFailure, record, recordAll } from '../kit/outbox'
import { publishInvitation, publishInvitations } from './publish'

export interface Step {
  event: InvitationAuditRow['event']
  to: InvitationState
  /** openid; absent for everybody but operators. */
  operator?: string
}

export type Changes = Partial<
  Omit<Invitation, '_id' | 'version' | 'state' | 'outbox' | 'outboxAt' | 'auditHash' | 'updatedAt'>
>

export type Decided = { changes: Changes; steps: Step[] } | null
type Decide = (invitation: Invitation) => Decided | Promise<Decided>

/**
 * Changes an invitation. Every step leaves its audit row in the same write, and the last one says where the invitation
 * stands. `null` changes nothing. Throws NOT_FOUND, BUSY.
 */
export async function commitInvitation(deps: Deps, id: string, decide: Decide): Promise<Invitation> {
  const { document } = await record(deps, 'invitations', id, stepOf(deps, decide), publishInvitation)
  return document
}

/**
 * The same of many that have just been read: one write each, and all that is to be told of them is told together.
 * Returns those that were changed. Throws BUSY, unless `onFailure` hears of it.
 */
export function commitInvitations(
  deps: Deps,
  found: readonly Invitation[],
  decide: Decide,
  onFailure?: OnFailure,
): Promise<Invitation[]> {
  return recordAll(deps, 'invitations', found, stepOf(deps, decide), publishInvitations, onFailure)
}

const stepOf = (deps: Deps, decide: Decide) => async (before: Invitation) => {
  const decided = await decide(before)
  if (!decided) return null
  const { changes, steps } = decided
  const now = deps.clock()
  const state = steps.at(-1)?.to ?? before.state
  const updatedAt = steps.length > 0 ? now : before.updatedAt
  const all = { ...changes, state, updatedAt }
  return {
    changes: { ...all, ...uncounted(before, all, cellOfInvitation) },
    rows: auditRows(before, steps, now),
  }
}

/** One write may be several steps: each version has ten numbers of its own. */
const stepsAVersion = 10

/** Of a new invitation. */
export function bornRow(id: string, operator: string, at: number): InvitationAuditRow {
  const place = { invitationId: id, sequence: stepsAVersion, from: null, previousHash: '' }
  return auditRow(place, { event: 'created', to: 'pending', operator }, at)
}

function auditRows(
  { _id: invitationId, version, state, auditHash }: Invitation,
  steps: readonly Step[],
  at: number,
): InvitationAuditRow[] {
  let [from, previousHash] = [state, auditHash]
  return steps.map((step, index) => {
    const sequence = (version + 1) * stepsAVersion + index
    const row = auditRow({ invitationId, sequence, from, previousHash }, step, at)
    from = step.to
    previousHash = row.hash
    return row
  })
}

function auditRow(
  place: Pick<InvitationAuditRow, 'invitationId' | 'sequence' | 'from' | 'previousHash'>,
  { event, to, operator = '' }: Step,
  at: number,
): InvitationAuditRow {
  const _id = `${place.invitationId}_${place.sequence}`
  return chained({ ...place, _id, event, operator, to, at })
}
