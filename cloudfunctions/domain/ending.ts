import type { Cause, State } from './lifecycle'
import type { Verification } from './verification'
import type { FailureReason } from './words'

/** How those that failed ended, in the words of what ended them. */
export type Ending = Extract<
  Cause,
  'vendorRefused' | 'vendorRejected' | 'timeUp' | 'userCanceled' | 'vendorRevoked'
>

const endings: Partial<Record<State, Ending>> = {
  expired: 'timeUp',
  canceled: 'userCanceled',
  revoked: 'vendorRevoked',
}

export type Failed = Pick<Verification, 'state' | 'reason' | 'problem' | 'already' | 'history'>

/** Why it failed: what the vendor says, or how it ended; null: it did not fail. */
export function failureOf(verification: Failed): FailureReason | Ending | null {
  const { state, reason } = verification
  if (state === 'rejected') return reason ?? (wasRefused(verification) ? 'vendorRefused' : 'vendorRejected')
  return endings[state] ?? null
}

/** The request itself came to nothing; also when a subject that was verified before cannot give the proof we demand. */
function wasRefused({ problem, already, history }: Failed): boolean {
  return problem === 'VENDOR_REFUSED' || (already && history.at(-2)?.state === 'created')
}

/** When it was verified, though it may have been revoked since. */
export function verifiedAt({ history }: Pick<Verification, 'history'>): number | null {
  return history.find(({ state }) => state === 'verified')?.at ?? null
}
