import { dayOf, nextDay } from './day'

export const functionNames = ['api', 'callback', 'server', 'sweep'] as const
export type FunctionName = (typeof functionNames)[number]

/** Why nothing came of a question to a vendor, in our words: its keys were refused, it did not answer, it is left alone. */
export type VendorFailure = 'misconfigured' | 'unanswered' | 'leftAlone'

/** How the last run of the timer ended. */
export interface SweepEnd {
  /** ms it took. */
  ms: number
  /** Time was over before the work was. */
  left: boolean
  /** Code of the error it ended with; null: none. */
  failed: string | null
}

/** What one function has done on one day in Beijing, as its instances have noted it. Holds no personal data. */
export interface HealthRow {
  /** `<function>:<day>` */
  _id: string
  version: number
  /** ms since the epoch of the last note. */
  at: number
  /** ms since the epoch when it is removed. */
  until: number
  /** Requests to the database, and runs. What an instance had not noted when it ended is missing. */
  reads: number
  writes: number
  calls: number
  release: string
  /** Of the settings, by which functions are compared. */
  settings: string
  sweep: SweepEnd | null
  /** ms since the epoch when a vendor last answered, by its id. */
  [answered: `answered_${string}`]: number
  /** When and why it last did not. */
  [failed: `failed_${string}`]: { at: number; why: VendorFailure }
}

export interface Used {
  reads: number
  writes: number
  calls: number
}

/** Days that are kept and looked at. */
const keptDays = 31
const day = 24 * 3600_000

export const healthId = (name: FunctionName, at: number): string => `${name}:${dayOf(at)}`
export const healthUntil = (at: number): number => nextDay(at) + keptDays * day

/** Of every function on every day that is kept. */
export function healthIds(now: number): string[] {
  const days = Array.from({ length: keptDays }, (_, back) => now - back * day)
  return functionNames.flatMap(name => days.map(at => healthId(name, at)))
}

/** Today, and what a whole day comes to: the mean of the days before, or else today as it would go on. */
export function usageOf(rows: readonly HealthRow[], now: number): { today: Used; aDay: Used } {
  const days = new Map<string, Used>()
  for (const row of rows) {
    const name = row._id.slice(-dayOf(now).length)
    days.set(name, sum(days.get(name) ?? nothing, row))
  }
  const today = days.get(dayOf(now)) ?? nothing
  days.delete(dayOf(now))
  const before = [...days.values()]
  if (before.length > 0) return { today, aDay: times(before.reduce(sum), 1 / before.length) }
  return { today, aDay: times(today, day / Math.max(day - (nextDay(now) - now), 1)) }
}

const nothing: Used = { reads: 0, writes: 0, calls: 0 }
const sum = (a: Used, b: Used): Used => ({
  reads: a.reads + b.reads,
  writes: a.writes + b.writes,
  calls: a.calls + b.calls,
})
const times = ({ reads, writes, calls }: Used, by: number): Used => ({
  reads: Math.round(reads * by),
  writes: Math.round(writes * by),
  calls: Math.round(calls * by),
})
