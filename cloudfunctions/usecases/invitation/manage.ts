import type { InvitationResult, RevokeInvitationsResult } from '../../contract/invitation'
import { ActionError } from '../../domain/errors'
import { invitationTransition } from '../../domain/invitation/lifecycle'
import type { Deps } from '../kit/deps'
import { inLanes } from '../kit/lanes'
import { actorOf } from '../operator/identity'
import { commitInvitation } from './commit'
import { day } from './create'
import { settleInvitation, timesOf } from './settle'
import { tokenHash, tokenOf } from './token'
import { detailOf } from './view'

const lanes = 10

/** Takes invitations back that have not come to their end: nobody can begin on them any more. Throws BUSY. */
export async function revokeInvitations(
  deps: Deps,
  operator: string,
  { ids }: { ids: string[] },
): Promise<RevokeInvitationsResult> {
  const revoked: string[] = []
  const queue = [...new Set(ids)]
  await inLanes(lanes, async () => {
    for (let id = queue.shift(); id; id = queue.shift()) {
      if (await revoke(deps, operator, id)) revoked.push(id)
    }
  })
  return { revoked: ids.filter(id => revoked.includes(id)) }
}

async function revoke(deps: Deps, operator: string, id: string): Promise<boolean> {
  if (!(await deps.store.get('invitations', id))) return false
  let done = false
  await commitInvitation(deps, id, before => {
    const to = invitationTransition(before.state, 'operatorRevoked')
    done = to !== null
    if (to === null) return null
    const changes = timesOf(deps, { ...before, state: to }, before.state)
    return { changes, steps: [{ event: 'operatorRevoked', to, operator: actorOf(deps, operator) }] }
  })
  return done
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
