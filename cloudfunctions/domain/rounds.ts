import { timerPeriod } from './looks'

/** What a run of the timer may look after. */
export type Chore =
  | 'verifications'
  | 'rows'
  | 'deliveries'
  | 'messages'
  | 'links'
  | 'outbox'
  | 'housekeeping'
  | 'daily'
  | 'figures'
  | 'reseal'

/**
 * Of all runs of the timer, those that look after a chore: every so many, counted from the beginning of time. To find
 * out that nothing is due costs a read a chore, the outboxes four, housekeeping ten, the daily work eight, the figures
 * two. What a run
 * leaves out waits: rows and links ten minutes at most, what dead processes have left two hours, what is to be cleared
 * four, and consents, counts and used codes a day. The figures are counted when somebody looks; that they do not have to
 * wait then is all the timer does for them.
 */
const rounds: Record<Chore, { every: number; first: number }> = {
  verifications: { every: 1, first: 0 },
  rows: { every: 2, first: 0 },
  deliveries: { every: 1, first: 0 },
  messages: { every: 2, first: 1 },
  links: { every: 2, first: 1 },
  outbox: { every: 24, first: 2 },
  housekeeping: { every: 48, first: 3 },
  daily: { every: 288, first: 5 },
  figures: { every: 144, first: 9 },
  reseal: { every: 288, first: 7 },
}

export const allChores: ReadonlySet<Chore> = new Set(Object.keys(rounds) as Chore[])

/** Of the run of the timer at `now`, ms since the epoch. */
export function choresAt(now: number): ReadonlySet<Chore> {
  const run = Math.floor(now / timerPeriod)
  return new Set([...allChores].filter(chore => run % rounds[chore].every === rounds[chore].first))
}
