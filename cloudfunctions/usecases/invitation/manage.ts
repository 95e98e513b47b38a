import type { InvitationResult, RevokeInvitationsResult } from '../../contract/invitation'
import { ActionError } from '../../domain/errors'
import { invitationTransition } from '../../domain/invitation/lifecycle'
import type { Deps } from '../kit/deps'
import { actorOf } from '../operator/identity'
import { commitInvitation, commitInvitations } from './commit'
import { day } from './create'
import { settleInvitation, timesOf } from './settle'
import { tokenHash, tokenOf } from './token'
import { detailOf } from './view'

/** Takes invitations back that have not come to their end: nobody can begin on them any more. Throws BUSY. */
export async function revokeInvitations(
  deps: Deps,
  operator: string,
  { ids }: { ids: string[] },
): Promise<RevokeInvitationsResult> {
  const found = await deps.store.find('invitations', { where: [['_id', 'in', ids]], limit: ids.length })
  const changed = await commitInvitations(deps, found, before => {
    const to = invitationTransition(before.state, 'operatorRevoked')
    if (to === null) return null
    const changes = timesOf(deps, { ...before, state: to }, before.state)
    return { changes, steps: [{ event: 'operatorRevoked', to, operator: actorOf(deps, operator) }] }
  })
  const revoked = new Set(changed.map(({ _id }) => _id))
  return { revoked: ids.filter(id => revoked.has(id)) }
}

/**
 * Gives an invitation more time. With `newCode` the codes of before are of no use any more, and whoever has begun loses
 * the place; without it the same code goes on. Throws NOT_FOUND, INVITATION_ENDED, BUSY.
 */
export async function resendInvitation(
  deps: Deps,
  operator: string,
  { id, days, newCode }: { id: string; days: number; newCode: boolean },
): Promise<InvitationResult> {
  await commitInvitation(deps, id, before => {
    const to = invitationTransition(before.state, 'operatorResent')
    if (to === null || before.sealed === null) throw new ActionError('INVITATION_ENDED')
    const expiresAt = deps.clock() + days * day
    const edition = before.edition + (newCode ? 1 : 0)
    const after = { ...before, state: to, expiresAt, edition }
    const changes = {
      expiresAt,
      edition,
      tokenHash: tokenHash(deps, tokenOf(deps, id, edition)),
      ...timesOf(deps, after, before.state),
    }
    return { changes, steps: [{ event: 'operatorResent', to, operator: actorOf(deps, operator) }] }
  })
  return { invitation: await detailOf(deps, operator, await settleInvitation(deps, id)) }
}
