const seconds = 1000
const minutes = 60 * seconds
const hours = 60 * minutes
const days = 24 * hours

/** How far apart the runs of the timer are, ms; as the trigger of the sweep is set. */
export const timerPeriod = 5 * minutes

/** Of the runs that look after rows, ms: see domain/rounds.ts. */
const roundPeriod = 2 * timerPeriod

/** A vendor is asked at this pace for as long as the last sign of life is not older than `age`, ms. */
interface Stage {
  age: number
  pause: number
}

/**
 * How late we may learn what a notice that was lost would have told. With runs every five minutes a decision is known
 * within 10 minutes in the first two hours, within 30 minutes in the first day.
 */
const fresh: readonly Stage[] = [
  { age: 15 * seconds, pause: 15 * seconds },
  { age: 2 * hours, pause: 10 * minutes },
  { age: 1 * days, pause: 30 * minutes },
]

/** Somebody has set off: within an hour for a week, then within a day. */
const underWay: readonly Stage[] = [
  ...fresh,
  { age: 7 * days, pause: 1 * hours },
  { age: 30 * days, pause: 1 * days },
]

/** Nobody has, for a day: it is asked about rarely, so that one nobody comes back to costs 60 questions at most. */
const abandoned: readonly Stage[] = [...fresh, { age: 12 * days, pause: 12 * days }]

export interface Life {
  /** The last thing a person or the vendor did about it, ms since the epoch. */
  lifeAt: number
  /** Somebody was seen to have set off to the vendor. */
  isUnderWay: boolean
}

/**
 * When to look next if this look changes nothing; null: never by itself, only when something is heard of it again.
 * Long pauses end on a run of the timer that looks after it, or every look would slip to the one after.
 */
export function nextLook(now: number, { lifeAt, isUnderWay }: Life): number | null {
  const age = now - lifeAt
  const stage = (isUnderWay ? underWay : abandoned).find(each => age < each.age)
  if (!stage) return null
  const next = now + stage.pause
  return stage.pause > timerPeriod ? next - (next % roundPeriod) : next
}
