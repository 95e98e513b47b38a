import type { Invitation } from '../../domain/invitation/invitation'
import type { Deps } from '../kit/deps'
import { flushOutboxes } from '../kit/outbox'

/** Lets business systems and the audit know what has become of invitations. Harmless to repeat. */
export async function publishInvitations(
  deps: Deps,
  invitations: readonly Invitation[],
): Promise<Invitation[]> {
  await deps.follows.invitationsChanged(deps, invitations)
  return flushOutboxes(deps, 'invitations', invitations)
}

/** The same of one. */
export async function publishInvitation(deps: Deps, invitation: Invitation): Promise<Invitation> {
  const [published = invitation] = await publishInvitations(deps, [invitation])
  return published
}
