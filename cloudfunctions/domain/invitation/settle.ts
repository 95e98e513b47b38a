import { isOpen } from '../lifecycle'
import type { InvitationUse } from './invitation'
import { type InvitationCause, type InvitationState, invitationTransition } from './lifecycle'

/** How far the people of an invitation have got. */
export interface Tally {
  begun: number
  verified: number
  finished: number
  /** Of those who have begun, how many may still be verified without beginning again. */
  open: number
}

export function tallyOf(uses: readonly Pick<InvitationUse, 'state' | 'finishedAt'>[]): Tally {
  const verified = uses.filter(({ state }) => state === 'verified')
  return {
    begun: uses.length,
    verified: verified.length,
    finished: verified.filter(({ finishedAt }) => finishedAt !== null).length,
    open: uses.filter(({ state }) => state !== null && isOpen(state)).length,
  }
}

interface Current {
  state: InvitationState
  most: number
  expiresAt: number
}

/** The steps from where an invitation stands to where its people, and the clock, have brought it. */
export function settle(
  { state, most, expiresAt }: Current,
  { begun, verified, finished, open }: Tally,
  now: number,
): { cause: InvitationCause; to: InvitationState }[] {
  const causes: [InvitationCause, boolean][] = [
    ['inviteeStarted', begun > 0],
    ['vendorRevoked', verified < most],
    ['allVerified', verified >= most],
    ['allFinished', finished >= most],
    // Who has begun in time may come to the end.
    ['timeUp', now >= expiresAt && open === 0],
  ]
  const steps: { cause: InvitationCause; to: InvitationState }[] = []
  for (const [cause, holds] of causes) {
    const to = holds ? invitationTransition(steps.at(-1)?.to ?? state, cause) : null
    if (to !== null) steps.push({ cause, to })
  }
  return steps
}
