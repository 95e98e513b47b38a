const hours = 3600_000
const beijing = 8 * hours

/** The day in Beijing: `2026-01-31`. */
export const dayOf = (at: number): string => new Date(at + beijing).toISOString().slice(0, 10)

/** Midnight in Beijing, the next after `at`. */
export const nextDay = (at: number): number => Date.parse(`${dayOf(at + 24 * hours)}T00:00:00Z`) - beijing

/** From its midnight on and before the next, of a day in Beijing. */
export function daySpan(day: string): { from: number; until: number } {
  const from = Date.parse(`${day}T00:00:00Z`) - beijing
  return { from, until: nextDay(from) }
}

/** The time in Beijing: `2026-01-31 08:00:00`. */
export const beijingTime = (at: number): string =>
  new Date(at + beijing).toISOString().slice(0, 19).replace('T', ' ')

/** Every day of a time in Beijing, `until` excluded. */
export function daysOf(from: number, until: number): string[] {
  const days: string[] = []
  for (let at = from; at < until; at = nextDay(at)) days.push(dayOf(at))
  return days
}
