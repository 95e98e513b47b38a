export const daysChoices = [7, 30, 90] as const
export type Days = (typeof daysChoices)[number]

const day = 24 * 3600_000
/** Beijing has had no summer time since 1991. */
const beijing = 8 * 3600_000

/** So many Beijing days, today included: from midnight to midnight, whatever the phone's own time zone. */
export function spanOf(days: Days, now: number): { from: number; until: number } {
  const today = Math.floor((now + beijing) / day) * day - beijing
  return { from: today - (days - 1) * day, until: today + day }
}
