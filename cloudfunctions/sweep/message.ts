import { allChores, type Chore, choresAt } from '../domain/rounds'

/** Of a run that a person, or the local world, wants to look after everything. */
const everything = 'all'
/** Of a run that was begun by the one before, and the how many-th it is. */
const goingOn = /^more ([1-9]\d?)$/
/** Of a run that another has asked for, for what it left to be sent at once; and the how many-th it is. */
const woken = /^wake ([1-9]\d?)$/
/** Runs that may follow one another by themselves; the timer comes in between anyway. */
const mostRuns = 20

/**
 * What such a run looks after. Not links: whoever asks may itself come over HTTP, and WeChat makes no code or link for a
 * run that goes back to one; a failed try would only put it off.
 */
const errands: ReadonlySet<Chore> = new Set<Chore>(['deliveries'])

export const isWoken = (message: unknown): boolean => countOf(message, woken) > 0

/** Of `npm run reseal`: nothing but that. */
const resealing = 'reseal'

/** What the message of a timer's event asks for; the platform's own is empty. */
export function choresOf(message: unknown, now: number): ReadonlySet<Chore> {
  if (isWoken(message)) return errands
  if (message === resealing) return new Set(['reseal'])
  return message === everything || countOf(message, goingOn) > 0 ? allChores : choresAt(now)
}

/** The message of the run that goes on where this one was cut short; null: the timer has to. */
export function nextMessage(message: unknown): string | null {
  const count = runsBefore(message)
  if (isWoken(message)) return nextWake(message)
  return count > mostRuns ? null : `more ${count}`
}

/** The same of a run for what this one has left to be sent. */
export function nextWake(message: unknown): string | null {
  const count = runsBefore(message)
  return count > mostRuns ? null : `wake ${count}`
}

const runsBefore = (message: unknown): number =>
  Math.max(countOf(message, goingOn), countOf(message, woken)) + 1

function countOf(message: unknown, form: RegExp): number {
  const [, count] = typeof message === 'string' ? (form.exec(message) ?? []) : []
  return Number(count ?? 0)
}
