import type { InvitationResult } from '../../contract/invitation'
import { ActionError } from '../../domain/errors'
import type { Deps } from '../kit/deps'
import { detailOf } from './view'

/** One invitation, whoever made it: operators see all. Throws NOT_FOUND. */
export async function getInvitation(
  deps: Deps,
  operator: string,
  { id }: { id: string },
): Promise<InvitationResult> {
  const invitation = await deps.store.get('invitations', id)
  if (!invitation) throw new ActionError('NOT_FOUND')
  return { invitation: await detailOf(deps, operator, invitation) }
}
