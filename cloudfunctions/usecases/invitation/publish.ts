import type { Invitation } from '../../domain/invitation/invitation'
import type { Deps } from '../kit/deps'
import { flushOutbox } from '../kit/outbox'

/** Lets business systems and the audit know what has become of an invitation. Harmless to repeat. */
export async function publishInvitation(deps: Deps, invitation: Invitation): Promise<Invitation> {
  if (invitation.outbox.length > 0) await deps.follows.invitationChanged(deps, invitation)
  return flushOutbox(deps, 'invitations', invitation)
}
