const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long a link can still be used, as coarsely as it matters. */
export type Remaining =
  | { kind: 'over' }
  | { kind: 'lastMinute' }
  | { kind: 'minutes'; minutes: number }
  | { kind: 'hours'; hours: number }
  | { kind: 'days'; days: number; hours: number }

/** Days and hours, and minutes in the last hour only: what is said changes rarely. */
export function remaining(expiresAt: number, now: number): Remaining {
  const rest = expiresAt - now
  if (rest <= 0) return { kind: 'over' }
  if (rest < minute) return { kind: 'lastMinute' }
  if (rest < hour) return { kind: 'minutes', minutes: Math.floor(rest / minute) }
  if (rest < day) return { kind: 'hours', hours: Math.floor(rest / hour) }
  return { kind: 'days', days: Math.floor(rest / day), hours: Math.floor((rest % day) / hour) }
}
