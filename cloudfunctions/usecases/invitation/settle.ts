import type { Invitation, InvitationUse } from '../../domain/invitation/invitation'
import { finalInvitationStates, type InvitationState } from '../../domain/invitation/lifecycle'
import { settle, tallyOf } from '../../domain/invitation/settle'
import type { Verification } from '../../domain/verification'
import { change } from '../../platform/change'
import type { Deps } from '../kit/deps'
import { retention } from '../kit/retention'
import { type Changes, commitInvitation, type Decided, type Step } from './commit'

/** Documents of one answer of the database. */
const pageSize = 1000

/**
 * Brings an invitation to where its people and the clock have brought it. It asks nobody but the documents, so it may
 * run at any time, and as often as it likes. Throws NOT_FOUND, BUSY.
 */
export function settleInvitation(deps: Deps, id: string): Promise<Invitation> {
  return commitInvitation(deps, id, async before => settled(deps, before, await usesOf(deps, before)))
}

/** Where its people and the clock have brought it; null: where it is. */
export function settled(deps: Deps, before: Invitation, uses: readonly InvitationUse[]): Decided {
  const now = deps.clock()
  const tally = tallyOf(uses)
  const steps = settle(before, tally, now)
  const state = steps.at(-1)?.to ?? before.state
  const { begun, verified, finished } = tally
  // Whoever has begun has seen it, whichever way the phone came there.
  const opened = begun > 0 && before.openedAt === null
  const openedAt = opened ? now : before.openedAt
  const changes = {
    openedAt,
    begun,
    verified,
    finished,
    ...timesOf(deps, { ...before, state }, before.state),
  }
  const same = (Object.keys(changes) as (keyof typeof changes)[]).every(
    field => changes[field] === before[field],
  )
  if (steps.length === 0 && same) return null
  const told = steps.map(({ cause, to }): Step => ({ event: cause, to }))
  return { changes, steps: opened ? [{ event: 'opened', to: before.state }, ...told] : told }
}

/** When it must be looked at again, and when it loses what was filled in. */
export function timesOf(
  deps: Deps,
  { state, expiresAt, sealed, redactAt: earlier }: Invitation,
  before: InvitationState,
): Pick<Changes, 'dueAt' | 'redactAt'> & { dueAt: number | null; redactAt: number | null } {
  const now = deps.clock()
  if (!finalInvitationStates.includes(state)) {
    // Once the time is up, the end of the last verification brings it on.
    return { dueAt: now < expiresAt ? expiresAt : null, redactAt: null }
  }
  const kept = state === before ? earlier : null
  const redactAt = sealed === null ? null : (kept ?? now + retention(deps))
  return { dueAt: redactAt, redactAt }
}

/** The places taken on the codes that are in use now. */
export async function usesOf(
  { store }: Deps,
  { _id, edition }: Pick<Invitation, '_id' | 'edition'>,
): Promise<InvitationUse[]> {
  return store.find('invitation_uses', {
    where: [
      ['invitationId', 'eq', _id],
      ['edition', 'eq', edition],
    ],
    limit: pageSize,
  })
}

/** Passes on to the invitation what has become of a verification. Harmless to repeat; the newest state wins. */
export async function settleUse(
  deps: Deps,
  { _id, useId, invitationId }: Pick<Verification, '_id' | 'useId' | 'invitationId'>,
): Promise<void> {
  // Verifications from before there were invitations have neither.
  if (!useId || !invitationId) return
  const { document } = await change(deps.store, 'invitation_uses', useId, async use => {
    const verification = await deps.store.get('verifications', _id)
    // A later verification of the same person has taken its place.
    if (!verification || use.verificationId !== _id || use.state === verification.state) return null
    return { state: verification.state, updatedAt: deps.clock() }
  })
  if (document?.verificationId !== _id) return
  await settleInvitation(deps, invitationId)
}
