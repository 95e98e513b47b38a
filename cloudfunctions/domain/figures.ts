import { dayOf, daysOf } from './day'
import type { Invitation } from './invitation/invitation'
import { type Cause, isOpen, type State, states } from './lifecycle'
import type { Verification } from './verification'
import type { FailureReason } from './words'

export type CountedVerification = Pick<Verification, 'vendor' | 'createdAt' | keyof Failed>
export type CountedInvitation = Pick<Invitation, 'openedAt' | 'begun' | 'state'>

/** What was made within a time, in numbers. */
export function figuresOf(
  { from, until }: { from: number; until: number },
  verifications: readonly CountedVerification[],
  invitations: readonly CountedInvitation[],
) {
  const durations = durationsOf(verifications)
  return {
    from,
    until,
    funnel: funnelOf(invitations),
    verifications: { total: verifications.length, states: statesOf(verifications) },
    duration: { count: durations.length, median: rank(durations, 0.5), p90: rank(durations, 0.9) },
    failures: failuresOf(verifications),
    vendors: vendorsOf(verifications),
    days: cohorts(daysOf(from, until), verifications),
  }
}

/** Each vendor that was used, the most used first. */
function vendorsOf(verifications: readonly CountedVerification[]) {
  const used = [...new Set(verifications.map(({ vendor }) => vendor))].sort()
  const counted = used.map(vendor => {
    const own = verifications.filter(each => each.vendor === vendor)
    const open = own.filter(each => isOpen(each.state)).length
    return { vendor, ...outcomes(own), open, median: rank(durationsOf(own), 0.5) }
  })
  return counted.sort((a, b) => b.started - a.started)
}

/** How those that failed ended, in the words of what ended them. */
export type Ending = Extract<
  Cause,
  'vendorRefused' | 'vendorRejected' | 'timeUp' | 'userCanceled' | 'vendorRevoked'
>

const endings: Partial<Record<State, Ending>> = {
  expired: 'timeUp',
  canceled: 'userCanceled',
  revoked: 'vendorRevoked',
}

type Failed = Pick<Verification, 'state' | 'reason' | 'problem' | 'already' | 'history'>

/** Why it failed: what the vendor says, or how it ended; null: it did not fail. */
export function failureOf(verification: Failed): FailureReason | Ending | null {
  const { state, reason } = verification
  if (state === 'rejected') return reason ?? (wasRefused(verification) ? 'vendorRefused' : 'vendorRejected')
  return endings[state] ?? null
}

/** The request itself came to nothing; also when a subject that was verified before cannot give the proof we demand. */
function wasRefused({ problem, already, history }: Failed): boolean {
  return problem === 'VENDOR_REFUSED' || (already && history.at(-2)?.state === 'created')
}

/** When it was verified, though it may have been revoked since. */
export function verifiedAt({ history }: Pick<Verification, 'history'>): number | null {
  return history.find(({ state }) => state === 'verified')?.at ?? null
}

/** Each step holds those of the next. One that was taken back got as far as it had been, and no further. */
function funnelOf(invitations: readonly CountedInvitation[]) {
  const funnel = { invited: 0, opened: 0, started: 0, verified: 0, finished: 0 }
  for (const each of invitations) {
    const finished = each.state === 'finished'
    const verified = finished || each.state === 'verified'
    const started = verified || each.begun > 0
    const opened = started || each.openedAt !== null
    funnel.invited += 1
    if (opened) funnel.opened += 1
    if (started) funnel.started += 1
    if (verified) funnel.verified += 1
    if (finished) funnel.finished += 1
  }
  return funnel
}

function statesOf(verifications: readonly CountedVerification[]): Record<State, number> {
  const counts = Object.fromEntries(states.map(state => [state, 0])) as Record<State, number>
  for (const { state } of verifications) counts[state] += 1
  return counts
}

function outcomes(verifications: readonly CountedVerification[]) {
  return {
    started: verifications.length,
    verified: verifications.filter(({ state }) => state === 'verified').length,
    failed: verifications.filter(each => failureOf(each) !== null).length,
  }
}

function failuresOf(verifications: readonly CountedVerification[]) {
  const counts = new Map<FailureReason | Ending, number>()
  for (const each of verifications) {
    const reason = failureOf(each)
    if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
}

/** By the day they were made, whenever they ended. */
function cohorts(days: readonly string[], verifications: readonly CountedVerification[]) {
  const byDay = new Map<string, CountedVerification[]>(days.map(day => [day, []]))
  for (const each of verifications) byDay.get(dayOf(each.createdAt))?.push(each)
  return [...byDay].map(([day, made]) => ({ day, ...outcomes(made) }))
}

/** ms from the start to `verified`, the shortest first. */
function durationsOf(verifications: readonly CountedVerification[]): number[] {
  return verifications
    .flatMap(each => {
      const at = verifiedAt(each)
      return at === null ? [] : [at - each.createdAt]
    })
    .sort((a, b) => a - b)
}

/** The nearest rank: the smallest value that at least this share of all does not exceed. */
function rank(sorted: readonly number[], share: number): number | null {
  return sorted[Math.ceil(sorted.length * share) - 1] ?? null
}
