import type { Condition } from '../../platform/store'

interface Listed {
  listKey: string
}

const digits = 13
const latest = 10 ** digits - 1

/**
 * What was made from `from` on and before `until`, ms since the epoch, by where it stands in its list: a key begins with
 * the moment, so the index that orders a list also finds a time in it.
 */
export function madeWithin<T extends Listed>(
  from: number | undefined,
  until: number | undefined,
): Condition<T>[] {
  const keyAt = (at: number) => String(Math.max(0, Math.min(at, latest))).padStart(digits, '0')
  const bounds: Condition<Listed>[] = []
  if (from !== undefined) bounds.push(['listKey', 'gte', keyAt(from)])
  if (until !== undefined) bounds.push(['listKey', 'lt', keyAt(until)])
  return bounds as Condition<T>[]
}
