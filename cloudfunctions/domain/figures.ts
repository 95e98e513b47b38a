import { daysOf } from './day'
import { type FunnelStep, funnelSteps, readCell, type Tally } from './dayFigures'
import type { Ending } from './ending'
import { type State, states } from './lifecycle'
import type { FailureReason } from './words'

/** Some that stand alike. */
type Group = ReturnType<typeof readCell> & { day: string; count: number }

/** What was made within a time, in numbers, from those of its days. */
export function figuresOf(
  { from, until }: { from: number; until: number },
  byDay: ReadonlyMap<string, Tally>,
) {
  const groups = groupsOf(byDay)
  const durations = durationsOf([...byDay.values()].flatMap(({ durations: own }) => Object.values(own)))
  return {
    from,
    until,
    funnel: funnelOf([...byDay.values()]),
    verifications: { total: sum(groups), states: statesOf(groups) },
    duration: { count: durations.count, median: rank(durations, 0.5), p90: rank(durations, 0.9) },
    failures: failuresOf(groups),
    vendors: vendorsOf(groups, byDay),
    days: cohorts(daysOf(from, until), groups),
  }
}

function groupsOf(byDay: ReadonlyMap<string, Tally>): Group[] {
  return [...byDay].flatMap(([day, { verifications }]) =>
    Object.entries(verifications).map(([cell, count]) => ({ ...readCell(cell), day, count })),
  )
}

const sum = (groups: readonly Group[]): number => groups.reduce((total, { count }) => total + count, 0)

/** Each vendor that was used, the most used first. */
function vendorsOf(groups: readonly Group[], byDay: ReadonlyMap<string, Tally>) {
  const used = [...new Set(groups.map(({ vendor }) => vendor))].sort()
  const counted = used.map(vendor => {
    const own = groups.filter(each => each.vendor === vendor)
    const durations = durationsOf([...byDay.values()].map(tally => tally.durations[vendor] ?? {}))
    return {
      vendor,
      ...outcomes(own),
      open: sum(own.filter(each => each.isOpen)),
      median: rank(durations, 0.5),
    }
  })
  return counted.sort((a, b) => b.started - a.started)
}

/** Each step holds those of the next. */
function funnelOf(tallies: readonly Tally[]): Record<FunnelStep, number> {
  const reached = (step: number) =>
    tallies.reduce(
      (total, { invitations }) =>
        funnelSteps.slice(step).reduce((all, each) => all + (invitations[each] ?? 0), total),
      0,
    )
  return {
    invited: reached(0),
    opened: reached(1),
    started: reached(2),
    verified: reached(3),
    finished: reached(4),
  }
}

function statesOf(groups: readonly Group[]): Record<State, number> {
  const counts = Object.fromEntries(states.map(state => [state, 0])) as Record<State, number>
  for (const { state, count } of groups) counts[state] += count
  return counts
}

function outcomes(groups: readonly Group[]) {
  return {
    started: sum(groups),
    verified: sum(groups.filter(({ state }) => state === 'verified')),
    failed: sum(groups.filter(({ failure }) => failure !== null)),
  }
}

function failuresOf(groups: readonly Group[]) {
  const counts = new Map<FailureReason | Ending, number>()
  for (const { failure, count } of groups)
    if (failure !== null) counts.set(failure, (counts.get(failure) ?? 0) + count)
  return [...counts]
    .sort()
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count)
}

/** By the day they were made, whenever they ended. */
function cohorts(days: readonly string[], groups: readonly Group[]) {
  const byDay = new Map<string, Group[]>(days.map(day => [day, []]))
  for (const each of groups) byDay.get(each.day)?.push(each)
  return [...byDay].map(([day, made]) => ({ day, ...outcomes(made) }))
}

/** Durations, ms, the shortest first, and how often each. */
interface Durations {
  count: number
  sorted: (readonly [ms: number, times: number])[]
}

function durationsOf(counted: readonly Record<string, number>[]): Durations {
  const merged = new Map<number, number>()
  for (const each of counted)
    for (const [ms, times] of Object.entries(each))
      merged.set(Number(ms), (merged.get(Number(ms)) ?? 0) + times)
  const sorted = [...merged].sort(([a], [b]) => a - b)
  return { count: sorted.reduce((total, [, times]) => total + times, 0), sorted }
}

/** The nearest rank: the smallest value that at least this share of all does not exceed. */
function rank({ count, sorted }: Durations, share: number): number | null {
  const wanted = Math.ceil(count * share)
  let passed = 0
  for (const [ms, times] of sorted) {
    passed += times
    if (passed >= wanted) return ms
  }
  return null
}
