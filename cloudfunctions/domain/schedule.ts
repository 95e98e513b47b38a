import { type Life, nextLook } from './looks'

const seconds = 1000
const minutes = 60 * seconds

/** When an open verification is due again; its expiry is always one of the moments. */
export function nextDue(now: number, life: Life, expiresAt: number): number {
  // Over, but the vendor could not be asked.
  if (now >= expiresAt) return now + lifetimes.overdue
  return Math.min(nextLook(now, life) ?? expiresAt, expiresAt)
}

export const lifetimes = {
  /** How long a person may take from the start to the result. */
  person: 24 * 60 * minutes,
  /** A bank transfer or a letter takes days. */
  organization: 7 * 24 * 60 * minutes,
  /** A reviewer at the vendor may take days. */
  review: 7 * 24 * 60 * minutes,
  /** A consent covers a start made within this time. */
  consent: 60 * minutes,
  /** Between two tries to let one run out whose vendor does not answer. */
  overdue: 60 * minutes,
  /** While the sweep looks at a verification, no other run takes it. */
  lease: 1 * minutes,
} as const
