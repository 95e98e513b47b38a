import type { InvitationAuditRow } from '../../cloudfunctions/domain/invitation/invitation'
import type { AuditRow } from '../../cloudfunctions/domain/verification'

/**
 * The figures of the workplace once more, from nothing but the audit rows. Shares no code with what it checks: it
 * looks at what happened, row by row, and not at how things stand.
 */
export function recountVerifications(
  rows: readonly AuditRow[],
  { from, until }: { from: number; until: number },
) {
  const stories = storiesOf(rows, row => row.verificationId)
    .map(storyOf)
    .filter(story => story.startedAt >= from && story.startedAt < until)
  const states: Record<string, number> = {
    created: 0,
    indeterminate: 0,
    ready: 0,
    processing: 0,
    verified: 0,
    rejected: 0,
    expired: 0,
    canceled: 0,
    revoked: 0,
  }
  for (const { state } of stories) states[state] = (states[state] ?? 0) + 1
  const durations = stories.flatMap(({ duration }) => (duration === null ? [] : [duration]))
  return {
    verifications: { total: stories.length, states },
    duration: {
      count: durations.length,
      median: nearestRank(durations, 50),
      p90: nearestRank(durations, 90),
    },
    failures: failureCounts(stories),
    vendors: ['ess', 'esign', 'qiyuesuo']
      .flatMap(vendor => {
        const own = stories.filter(story => story.vendor === vendor)
        const took = own.flatMap(({ duration }) => (duration === null ? [] : [duration]))
        const open = own.filter(({ state }) => openStates.includes(state)).length
        return own.length === 0 ? [] : [{ vendor, ...sums(own), open, median: nearestRank(took, 50) }]
      })
      .sort((a, b) => b.started - a.started || (a.vendor < b.vendor ? -1 : 1)),
    days: calendar(from, until).map(day => ({
      day,
      ...sums(stories.filter(story => dayInBeijing(story.startedAt) === day)),
    })),
  }
}

/**
 * How far invitations got, each for one person. One that was taken back to an earlier state is where its rows left it;
 * once sent anew it has only been opened.
 */
export function recountInvitations(
  rows: readonly InvitationAuditRow[],
  { from, until }: { from: number; until: number },
) {
  const reached = storiesOf(rows, row => row.invitationId)
    .filter(([first]) => first?.event === 'created' && first.at >= from && first.at < until)
    .map(story => {
      let step = 0
      for (const { event } of story) step = stepAfter(step, event)
      return step
    })
  const atLeast = (wanted: number) => reached.filter(step => step >= wanted).length
  return {
    invited: reached.length,
    opened: atLeast(1),
    started: atLeast(2),
    verified: atLeast(3),
    finished: atLeast(4),
  }
}

function stepAfter(step: number, event: InvitationAuditRow['event']): number {
  if (event === 'opened') return Math.max(step, 1)
  if (event === 'inviteeStarted') return Math.max(step, 2)
  if (event === 'allVerified') return Math.max(step, 3)
  if (event === 'allFinished') return 4
  if (event === 'vendorRevoked') return 2
  if (event === 'operatorResent') return Math.min(step, 1)
  return step
}

interface Story {
  vendor: string
  startedAt: number
  state: string
  duration: number | null
  failure: string | null
}

const openStates = ['created', 'indeterminate', 'ready', 'processing']
const failedStates = ['rejected', 'expired', 'canceled', 'revoked']

function storyOf(rows: readonly AuditRow[]): Story {
  const first = rows.at(0)
  // Rows that leave the state as it is tell of renewals, proofs and removals.
  const last = rows.filter(row => row.from !== row.to).at(-1)
  if (!first || !last || first.from !== null) throw new Error('a story without its beginning')
  const told = rows.filter(row => row.cause === 'reasonTold' && row.sequence > last.sequence).at(-1)
  const proof = rows.find(row => row.to === 'verified')
  return {
    vendor: first.vendor,
    startedAt: first.at,
    state: last.to,
    duration: proof ? proof.at - first.at : null,
    failure: failedStates.includes(last.to) ? (told?.reason ?? last.reason ?? last.cause) : null,
  }
}

function storiesOf<R extends { sequence: number }>(rows: readonly R[], idOf: (row: R) => string): R[][] {
  const ids = [...new Set(rows.map(idOf))]
  return ids.map(id => rows.filter(row => idOf(row) === id).sort((a, b) => a.sequence - b.sequence))
}

function sums(stories: readonly Story[]) {
  let verified = 0
  let failed = 0
  for (const { state } of stories) {
    if (state === 'verified') verified += 1
    else if (failedStates.includes(state)) failed += 1
  }
  return { started: stories.length, verified, failed }
}

function failureCounts(stories: readonly Story[]) {
  const kinds = stories.flatMap(({ failure }) => (failure === null ? [] : [failure])).sort()
  const counted = [...new Set(kinds)].map(reason => ({
    reason,
    count: kinds.filter(each => each === reason).length,
  }))
  return counted.sort((a, b) => b.count - a.count)
}

/** The smallest of the values that at least so many per cent of them do not exceed. */
function nearestRank(values: readonly number[], percent: number): number | null {
  const enough = values.filter(
    value => values.filter(other => other <= value).length * 100 >= values.length * percent,
  )
  return enough.length === 0 ? null : Math.min(...enough)
}

const beijing = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
const dayInBeijing = (at: number): string => beijing.format(at)

/** Hour by hour, so that no day can be left out. */
function calendar(from: number, until: number): string[] {
  const days = new Set<string>()
  for (let at = from; at < until; at += 3600_000) days.add(dayInBeijing(at))
  if (until > from) days.add(dayInBeijing(until - 1))
  return [...days]
}
