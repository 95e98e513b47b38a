/** `/__sandbox/invitations`: the only way an invitation comes to be here. */
import { CONTROL_PREFIX, refuse, withBody } from '../kit/control'
import { json } from '../kit/http'
import type { Route } from '../kit/router'
import { object, oneOf, optional, required, text } from '../kit/shape'
import { INVITATION_STATUSES, type Invitations, invitationNotice } from './invitations'
import type { Notices } from './notices'
import { invitationShape } from './planted-invitation'

const statusShape = object({
  invitationId: required(text),
  bizId: optional(text),
  status: required(oneOf(INVITATION_STATUSES)),
})

export function invitationControlRoutes(invitations: Invitations, notices: Notices): Route[] {
  return [
    {
      method: 'POST',
      path: `${CONTROL_PREFIX}invitations`,
      kind: 'page',
      handle: request =>
        withBody(request, invitationShape, given => {
          const invitation = invitations.add(given)
          return invitation
            ? json({ invitationId: invitation.invitationId })
            : refuse('the task has an invitation of this bizId', 409)
        }),
    },
    {
      method: 'GET',
      path: `${CONTROL_PREFIX}invitations`,
      kind: 'page',
      handle: () =>
        json({
          invitations: invitations.all().map(({ invitationId, inviteType, bizId, status }) => ({
            invitationId,
            inviteType,
            bizId,
            status,
          })),
        }),
    },
    {
      method: 'POST',
      path: `${CONTROL_PREFIX}invitation-status`,
      kind: 'page',
      handle: request =>
        withBody(request, statusShape, async ({ invitationId, bizId, status }) => {
          const invitation = invitations.find(invitationId, bizId)
          if (!invitation) return refuse('no such invitation', 404)
          invitation.status = status
          // Documented: a notice has the status 1 or 2.
          if (status === '1' || status === '2') {
            await notices.tell('v2', invitation.callbackUrl ?? undefined, invitationNotice(invitation))
          }
          return json({ invitationId, status })
        }),
    },
  ]
}
