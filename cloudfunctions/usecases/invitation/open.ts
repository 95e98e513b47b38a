import type { InvitationOffer, InvitationStanding } from '../../contract/offer'
import { ActionError } from '../../domain/errors'
import type { Invitation, InvitationUse } from '../../domain/invitation/invitation'
import { isAllowedRedirect } from '../../domain/invitation/redirect'
import { isOpen } from '../../domain/lifecycle'
import type { Verification } from '../../domain/verification'
import type { VendorId } from '../../domain/words'
import { change } from '../../platform/change'
import { brandOf } from '../kit/brand'
import type { Deps } from '../kit/deps'
import { actorOf } from '../operator/identity'
import { viewOf } from '../verification/view'
import { commitInvitation } from './commit'
import { filledIn } from './invitee'
import { placeOf } from './place'
import { settleInvitation, settleUse } from './settle'
import { invitationOfToken } from './token'

/**
 * What an invitation is to whoever has scanned its code; scanning binds nobody. Throws NOT_FOUND for a token that
 * opens nothing.
 */
export async function openInvitation(
  deps: Deps,
  openid: string,
  { token }: { token: string },
): Promise<InvitationOffer> {
  const invitation = await invitationOfToken(deps, token)
  return offerOf(deps, openid, await seen(deps, openid, invitation))
}

/** Having been verified, the invitee went on from the last page. Throws NOT_FOUND, INVITATION_ENDED, BUSY. */
export async function finishInvitation(
  deps: Deps,
  openid: string,
  { token }: { token: string },
): Promise<InvitationOffer> {
  const invitation = await invitationOfToken(deps, token)
  const own = await placeOf(deps, invitation, openid)
  // Nobody may have passed on yet what the invitee has seen already.
  if (own) await settleUse(deps, { _id: own.verificationId, useId: own._id, invitationId: invitation._id })
  const use = own && (await finished(deps, own))
  if (use?.state !== 'verified') throw new ActionError('INVITATION_ENDED')
  return offerOf(deps, openid, await settleInvitation(deps, invitation._id))
}

async function finished({ store, clock }: Deps, { _id }: InvitationUse): Promise<InvitationUse | null> {
  const { document } = await change(store, 'invitation_uses', _id, ({ state, finishedAt }) =>
    state === 'verified' && finishedAt === null ? { finishedAt: clock(), updatedAt: clock() } : null,
  )
  return document
}

/** Remembers that somebody has scanned it; whoever made it only looks whether the code works. */
function seen(deps: Deps, openid: string, invitation: Invitation): Promise<Invitation> {
  const isOwn = invitation.owner === actorOf(deps, openid) || invitation.owner === openid
  if (invitation.openedAt !== null || isOwn) return Promise.resolve(invitation)
  return commitInvitation(deps, invitation._id, before =>
    before.openedAt === null
      ? { changes: { openedAt: deps.clock() }, steps: [{ event: 'opened', to: before.state }] }
      : null,
  )
}

/** May anything be begun on it, by whoever has no place yet? */
function standingOf(
  invitation: Invitation,
  { own, taken, now }: { own: InvitationUse | null; taken: number; now: number },
): InvitationStanding {
  if (invitation.state === 'revoked') return 'revoked'
  if (own) return 'mine'
  if (taken >= invitation.most) return 'taken'
  return now >= invitation.expiresAt ? 'expired' : 'open'
}

async function offerOf(deps: Deps, openid: string, invitation: Invitation): Promise<InvitationOffer> {
  const now = deps.clock()
  const own = await placeOf(deps, invitation, openid)
  const standing = standingOf(invitation, { own, taken: invitation.begun, now })
  const verification = own ? await ownVerification(deps, own) : null
  const { subject, title, expiresAt, note, mode, redirect } = invitation
  // What was allowed once need not be any more.
  const allowed = isAllowedRedirect(redirect, deps.config.redirectTargets) ? redirect : null
  const shown = standing === 'open' || standing === 'mine'
  const vendors = vendorsOf(deps, invitation)
  const brand = await brandOf(deps)
  return {
    standing,
    subject,
    title,
    controller: deps.config.policy.controller,
    ...(brand && { brand }),
    expiresAt,
    terms: shown ? { note, vendors, mode, filledIn: filledIn(deps, invitation), redirect: allowed } : null,
    verification: verification && viewOf(verification, now),
    canStart: shown && vendors.length > 0 && canStart(invitation, verification, now),
    finished: own !== null && own.finishedAt !== null,
  }
}

/** A new beginning, or another one after a failure, within the time. */
function canStart(invitation: Invitation, verification: Verification | null, now: number): boolean {
  if (invitation.sealed === null || now >= invitation.expiresAt) return false
  return verification === null || !(isOpen(verification.state) || verification.state === 'verified')
}

/** The person's own place knows the verification; the document itself may not have been written yet. */
async function ownVerification({ store }: Deps, { verificationId, owner }: InvitationUse) {
  const verification = await store.get('verifications', verificationId)
  return verification?.owner === owner ? verification : null
}

/** Who may verify the invitee; the one that was decided on, or all that are on. */
export function vendorsOf(
  { drivers }: Deps,
  { vendor, subject }: Pick<Invitation, 'vendor' | 'subject'>,
): VendorId[] {
  return [...drivers.values()]
    .filter(
      ({ id, capabilities }) => (vendor === null || id === vendor) && capabilities.subjects.includes(subject),
    )
    .map(({ id }) => id)
}
