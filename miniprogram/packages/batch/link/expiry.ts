const minute = 60_000
const hour = 60 * minute

/** How long a link can still be used, as coarsely as it matters. */
export type Remaining =
  | { kind: 'over' }
  | { kind: 'lastMinute' }
  | { kind: 'minutes'; minutes: number }
  | { kind: 'hours'; hours: number }
  | { kind: 'days'; days: number; hours: number }

/** Days and hours, and minutes in the last hour only: what is said changes rarely. To the nearest, as `left` of i18n. */
export function remaining(expiresAt: number, now: number): Remaining {
  const rest = expiresAt - now
  if (rest <= 0) return { kind: 'over' }
  if (rest < minute) return { kind: 'lastMinute' }
  const minutes = Math.round(rest / minute)
  if (minutes < 60) return { kind: 'minutes', minutes }
  const hours = Math.round(rest / hour)
  if (hours < 24) return { kind: 'hours', hours }
  return { kind: 'days', days: Math.floor(hours / 24), hours: hours % 24 }
}
