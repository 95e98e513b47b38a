import { allChores, type Chore, choresAt } from '../domain/rounds'

/** Of a run that a person, or the local world, wants to look after everything. */
const everything = 'all'
/** Of a run that was begun by the one before, and the how many-th it is. */
const goingOn = /^more ([1-9]\d?)$/
/** Runs that may follow one another by themselves; the timer comes in between anyway. */
const mostRuns = 20

/** Of `npm run reseal`: nothing but that. */
const resealing = 'reseal'

/** What the message of a timer's event asks for; the platform's own is empty. */
export function choresOf(message: unknown, now: number): ReadonlySet<Chore> {
  if (message === resealing) return new Set(['reseal'])
  return message === everything || countOf(message) > 0 ? allChores : choresAt(now)
}

/** The message of the run that goes on where this one was cut short; null: the timer has to. */
export function nextMessage(message: unknown): string | null {
  const count = countOf(message) + 1
  return count > mostRuns ? null : `more ${count}`
}

function countOf(message: unknown): number {
  const [, count] = typeof message === 'string' ? (goingOn.exec(message) ?? []) : []
  return Number(count ?? 0)
}
