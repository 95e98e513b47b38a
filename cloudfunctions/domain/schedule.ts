const seconds = 1000
const minutes = 60 * seconds

/** Pauses between two looks at the vendor that changed nothing, ms; the last one repeats. */
const pauses = [
  15 * seconds,
  30 * seconds,
  1 * minutes,
  2 * minutes,
  5 * minutes,
  10 * minutes,
  30 * minutes,
  60 * minutes,
]

/** When an open verification is due again after `fruitless` looks in a row; its expiry is always one of the moments. */
export function nextDue(now: number, fruitless: number, expiresAt: number): number {
  const pause = pauses[Math.min(fruitless, pauses.length - 1)] ?? 60 * minutes
  const due = now + pause
  return now < expiresAt ? Math.min(due, expiresAt) : due
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
  /** While the sweep looks at a verification, no other run takes it. */
  lease: 1 * minutes,
} as const
