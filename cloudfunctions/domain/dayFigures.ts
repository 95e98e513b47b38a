import { type Ending, type Failed, failureOf, verifiedAt } from './ending'
import type { Invitation } from './invitation/invitation'
import { isOpen, type State } from './lifecycle'
import type { Verification } from './verification'
import type { FailureReason, VendorId } from './words'

/** How many of what was made on one day in Beijing stand how. */
export interface Tally {
  /** By `cellOfVerification`. */
  verifications: Record<string, number>
  /** Of each vendor: ms from the start to `verified`, and how often. */
  durations: Record<string, Record<string, number>>
  /** By `cellOfInvitation`. */
  invitations: Record<string, number>
}

export const counted = ['verifications', 'invitations'] as const
/** The collections whose documents are counted. */
export type Counted = (typeof counted)[number]

/** The figures of a day as they are stored. */
export interface DayFigures extends Tally {
  /** The day in Beijing: `2026-01-31`. */
  _id: string
  version: number
  /** Counts how often changes were taken in. */
  intake: number
  /** What the last of them has counted and perhaps not yet told the documents; see usecases/workplace/takeIn.ts. */
  moved: Moved[]
  /** How far the counting of what was there before has come, a `listKey`; null: all of the day is counted. */
  upTo: Record<Counted, string | null>
}

/** Documents that are counted under one cell from now on. */
export interface Moved {
  collection: Counted
  cell: string
  ids: string[]
  /** Their `toCount` of then. */
  marks: string[]
}

export type CountedVerification = Pick<Verification, 'vendor' | 'subject' | 'createdAt'> & Failed
export type CountedInvitation = Pick<Invitation, 'openedAt' | 'begun' | 'state'>

export const emptyTally = (): Tally => ({ verifications: {}, durations: {}, invitations: {} })

/** To go on counting in. */
export const copyOf = ({ verifications, durations, invitations }: Tally): Tally => ({
  verifications: { ...verifications },
  durations: { ...durations },
  invitations: { ...invitations },
})

/** Vendor, subject, state, why it failed, and whether it was ever verified. */
export function cellOfVerification(of: CountedVerification): string {
  const timed = verifiedAt(of) === null ? '' : 'timed'
  return [of.vendor, of.subject, of.state, failureOf(of) ?? '', timed].join('|')
}

/** What a cell says. */
export function readCell(cell: string) {
  const [vendor, , state, failure, timed] = cell.split('|')
  return {
    vendor: vendor as VendorId,
    state: state as State,
    isOpen: isOpen(state as State),
    failure: failure === '' ? null : (failure as FailureReason | Ending),
    isTimed: timed === 'timed',
  }
}

/** The steps of the funnel; each holds those of the next. */
export const funnelSteps = ['invited', 'opened', 'started', 'verified', 'finished'] as const
export type FunnelStep = (typeof funnelSteps)[number]

/** How far it got. One that was taken back got as far as it had been, and no further. */
export function cellOfInvitation({ state, begun, openedAt }: CountedInvitation): FunnelStep {
  if (state === 'finished' || state === 'verified') return state
  if (begun > 0) return 'started'
  return openedAt === null ? 'invited' : 'opened'
}

/** Puts one more under the cell, or takes one away; '' is no cell. */
export function count(cells: Record<string, number>, cell: string, by: 1 | -1): void {
  if (cell === '') return
  const now = (cells[cell] ?? 0) + by
  if (now === 0) delete cells[cell]
  else cells[cell] = now
}

/** Counts how long a verification took that is now under a `timed` cell. It was verified once, and that never changes. */
export function countDuration(
  tally: Tally,
  of: Pick<Verification, 'vendor' | 'createdAt' | 'history'>,
): void {
  const at = verifiedAt(of)
  if (at === null) return
  const own = tally.durations[of.vendor] ?? {}
  const took = String(at - of.createdAt)
  tally.durations[of.vendor] = coarseIfMany({ ...own, [took]: (own[took] ?? 0) + 1 })
}

/** Different durations of a vendor and day that are kept to the millisecond; of more, three digits are. */
const mostDurations = 2000

function coarseIfMany(durations: Record<string, number>): Record<string, number> {
  const all = Object.entries(durations)
  if (all.length <= mostDurations) return durations
  const coarse: Record<string, number> = {}
  for (const [took, times] of all) {
    const rounded = String(Number(Number(took).toPrecision(3)))
    coarse[rounded] = (coarse[rounded] ?? 0) + times
  }
  return coarse
}
