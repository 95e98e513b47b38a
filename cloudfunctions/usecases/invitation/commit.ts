import { ActionError } from '../../domain/errors'
import type { Invitation, InvitationAuditRow } from '../../domain/invitation/invitation'
import type { InvitationState } from '../../domain/invitation/lifecycle'
import type { Deps } from '../kit/deps'
import { chained } from '../kit/outbox'
import { publishInvitation } from './publish'

export interface Step {
  event: InvitationAuditRow['event']
  to: InvitationState
  /** openid; absent for everybody but operators. */
  operator?: string
}

export type Changes = Partial<
  Omit<Invitation, '_id' | 'version' | 'state' | 'outbox' | 'outboxAt' | 'auditHash' | 'updatedAt'>
>

const rounds = 8

/**
 * Changes an invitation with compare-and-set, again on the newer document when somebody else was first. Every step
 * leaves its audit row in the same write, and the last one says where the invitation stands. `null` changes nothing.
 * Throws NOT_FOUND, BUSY.
 */
export async function commitInvitation(
  deps: Deps,
  id: string,
  decide: (
    invitation: Invitation,
  ) => { changes: Changes; steps: Step[] } | null | Promise<{ changes: Changes; steps: Step[] } | null>,
): Promise<Invitation> {
  for (let round = 0; round < rounds; round++) {
    const before = await deps.store.get('invitations', id)
    if (!before) throw new ActionError('NOT_FOUND')
    const decided = await decide(before)
    if (!decided) return before
    const { changes, steps } = decided
    const now = deps.clock()
    const rows = auditRows(before, steps, now)
    const written = {
      ...changes,
      state: steps.at(-1)?.to ?? before.state,
      updatedAt: steps.length > 0 ? now : before.updatedAt,
      ...(rows.length > 0 && {
        outbox: [...before.outbox, ...rows],
        outboxAt: before.outboxAt ?? now,
        auditHash: rows.at(-1)?.hash ?? before.auditHash,
      }),
    }
    if (!(await deps.store.replace('invitations', id, before.version, written))) continue
    const after = { ...before, ...written, version: before.version + 1 }
    return rows.length > 0 ? publishInvitation(deps, after) : after
  }
  throw new ActionError('BUSY')
}

/** One write may be several steps: each version has ten numbers of its own. */
const stepsAVersion = 10

export function auditRows(
  before: Pick<Invitation, '_id' | 'version' | 'state' | 'auditHash'> & { born?: true },
  steps: readonly Step[],
  at: number,
): InvitationAuditRow[] {
  const rows: InvitationAuditRow[] = []
  for (const [index, { event, to, operator = '' }] of steps.entries()) {
    const last = rows.at(-1)
    const sequence = (before.version + 1) * stepsAVersion + index
    rows.push(
      chained({
        _id: `${before._id}_${sequence}`,
        invitationId: before._id,
        sequence,
        event,
        operator,
        from: last?.to ?? (before.born ? null : before.state),
        to,
        at,
        previousHash: last?.hash ?? before.auditHash,
      }),
    )
  }
  return rows
}
