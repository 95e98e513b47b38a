import { dayOf } from '../../domain/day'
import type { Deps } from '../kit/deps'

/** The vendor's day begins at midnight in Beijing. */
const counterId = (vendor: string, now: number): string => `rows:${vendor}:${dayOf(now)}`

export async function sentToday({ store, clock }: Deps, vendor: string): Promise<number> {
  return (await store.get('counters', counterId(vendor, clock())))?.value ?? 0
}

/**
 * Takes `rows` of what the vendor accepts a day, over all instances, or gives them back when negative. false: the day
 * is used up. The database itself adds and compares: many instances take at the same time.
 */
export async function takeOfToday(
  { store, clock }: Deps,
  vendor: string,
  rows: number,
  limit: number,
): Promise<boolean> {
  if (rows === 0) return true
  const id = counterId(vendor, clock())
  // What is given back after midnight was taken of another day.
  const room = rows > 0 ? (['value', 'lte', limit - rows] as const) : (['value', 'gte', -rows] as const)
  const take = () =>
    store.updateMany('counters', [['_id', 'eq', id], room], { set: {}, add: { value: rows } })
  if ((await take()) === 1 || rows < 0) return true
  // Either the day is used up, or this is its first call: then everybody makes the counter, and one succeeds.
  await store.insert('counters', { _id: id, version: 1, value: 0 })
  return (await take()) === 1
}
