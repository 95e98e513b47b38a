import { ActionError } from '../../domain/errors'
import type { Deps } from '../deps'

const hours = 3600_000
/** The vendor's day begins at midnight in Beijing. */
const beijing = 8 * hours
const rounds = 200

export const dayOf = (now: number): string => new Date(now + beijing).toISOString().slice(0, 10)
export const nextDay = (now: number): number => Date.parse(`${dayOf(now + 24 * hours)}T00:00:00Z`) - beijing

const counterId = (vendor: string, now: number): string => `rows:${vendor}:${dayOf(now)}`

export async function sentToday({ store, clock }: Deps, vendor: string): Promise<number> {
  return (await store.get('counters', counterId(vendor, clock())))?.value ?? 0
}

/**
 * Takes `rows` of what the vendor accepts a day, over all instances, or gives them back when negative. false: the day
 * is used up. Throws BUSY.
 */
export async function takeOfToday(
  { store, clock }: Deps,
  vendor: string,
  rows: number,
  limit: number,
): Promise<boolean> {
  const id = counterId(vendor, clock())
  for (let round = 0; round < rounds; round++) {
    const counter = await store.get('counters', id)
    const value = Math.max(0, (counter?.value ?? 0) + rows)
    if (rows > 0 && value > limit) return false
    const won = counter
      ? await store.replace('counters', id, counter.version, { value })
      : await store.insert('counters', { _id: id, version: 1, value })
    if (won) return true
  }
  // Of every round somebody is the winner, so this is no crowd but something wrong; it says nothing about the day.
  throw new ActionError('BUSY')
}
