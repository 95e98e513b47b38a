import { dayOf } from './day'
import {
  type CountedInvitation,
  type CountedVerification,
  cellOfInvitation,
  cellOfVerification,
  count as countCell,
  countDuration,
  emptyTally,
  type Tally,
} from './dayFigures'
import { failureOf } from './ending'
import { figuresOf } from './figures'
import { type State, states } from './lifecycle'

const minutes = 60_000
const noon = Date.parse('2026-01-30T12:00:00+08:00')
const range = {
  from: Date.parse('2026-01-30T00:00:00+08:00'),
  until: Date.parse('2026-02-02T00:00:00+08:00'),
}

const verification = (changes: Partial<CountedVerification> = {}): CountedVerification => ({
  vendor: 'qiyuesuo',
  subject: 'person',
  state: 'ready',
  reason: null,
  problem: null,
  already: false,
  createdAt: noon,
  history: [],
  ...changes,
})
const verified = (after: number, changes: Partial<CountedVerification> = {}): CountedVerification => {
  const createdAt = changes.createdAt ?? noon
  return verification({
    state: 'verified',
    history: [
      { state: 'created', at: createdAt },
      { state: 'verified', at: createdAt + after },
    ],
    ...changes,
  })
}
const count = (...verifications: CountedVerification[]) => {
  const byDay = new Map<string, Tally>()
  for (const each of verifications) {
    const tally = byDay.get(dayOf(each.createdAt)) ?? emptyTally()
    countCell(tally.verifications, cellOfVerification(each), 1)
    countDuration(tally, each)
    byDay.set(dayOf(each.createdAt), tally)
  }
  return figuresOf(range, byDay)
}
const funnelOf = (...invitations: CountedInvitation[]) => {
  const tally = emptyTally()
  for (const each of invitations) countCell(tally.invitations, cellOfInvitation(each), 1)
  return figuresOf(range, new Map([['2026-01-30', tally]])).funnel
}

test('nothing was made: every number is there and is none', () => {
  expect(count()).toEqual({
    ...range,
    funnel: { invited: 0, opened: 0, started: 0, verified: 0, finished: 0 },
    verifications: {
      total: 0,
      states: {
        created: 0,
        indeterminate: 0,
        ready: 0,
        processing: 0,
        verified: 0,
        rejected: 0,
        expired: 0,
        canceled: 0,
        revoked: 0,
      },
    },
    duration: { count: 0, median: null, p90: null },
    failures: [],
    vendors: [],
    days: [
      { day: '2026-01-30', started: 0, verified: 0, failed: 0 },
      { day: '2026-01-31', started: 0, verified: 0, failed: 0 },
      { day: '2026-02-01', started: 0, verified: 0, failed: 0 },
    ],
  })
})

test('states are counted as they are now', () => {
  const { verifications } = count(verified(1), verified(2), verification({ state: 'canceled' }))
  expect(verifications).toMatchObject({ total: 3, states: { verified: 2, canceled: 1, ready: 0 } })
})

describe('durations', () => {
  test('are ranked over all days, whichever comes first', () => {
    const later = noon + 24 * 60 * minutes
    expect(count(verified(9), verified(1, { createdAt: later }), verified(2)).duration).toMatchObject({
      median: 2,
      p90: 9,
    })
  })

  test('go from the start to the moment of `verified`', () => {
    const late: CountedVerification['history'] = [
      { state: 'created', at: noon },
      { state: 'expired', at: noon + 10 * minutes },
      { state: 'verified', at: noon + 30 * minutes },
    ]
    expect(count(verified(0, { history: late })).duration).toEqual({
      count: 1,
      median: 30 * minutes,
      p90: 30 * minutes,
    })
  })

  test('are those of what was verified, also when it was revoked later', () => {
    const revoked = verified(5 * minutes, { state: 'revoked' })
    expect(count(revoked, verification()).duration).toMatchObject({ count: 1, median: 5 * minutes })
  })

  test.each([
    [[7], 7, 7],
    [[1, 9], 1, 9],
    [[3, 1, 2], 2, 3],
    [[4, 2, 1, 3], 2, 4],
    [[10, 1, 2, 3, 4, 5, 6, 7, 8, 9], 5, 9],
    [[11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 6, 10],
  ])('of %j the median is %d and nine of ten are within %d', (all, median, p90) => {
    expect(count(...all.map(after => verified(after))).duration).toEqual({ count: all.length, median, p90 })
  })
})

describe('failures', () => {
  test.each<[Partial<CountedVerification>, string | null]>([
    [{ state: 'rejected' }, 'vendorRejected'],
    [{ state: 'rejected', already: true }, 'vendorRejected'],
    [{ state: 'rejected', problem: 'VENDOR_REFUSED' }, 'vendorRefused'],
    [{ state: 'rejected', reason: 'basicInformation' }, 'basicInformation'],
    [{ state: 'rejected', reason: 'authorizationLetter' }, 'authorizationLetter'],
    [{ state: 'expired' }, 'timeUp'],
    [{ state: 'expired', problem: 'VENDOR_UNAVAILABLE' }, 'timeUp'],
    [{ state: 'canceled' }, 'userCanceled'],
    [{ state: 'canceled', problem: 'VENDOR_REFUSED' }, 'userCanceled'],
    [{ state: 'revoked' }, 'vendorRevoked'],
    [{ state: 'verified' }, null],
    [{ state: 'indeterminate', problem: 'VENDOR_NO_ANSWER' }, null],
  ])('%j is %s', (changes, expected) => {
    expect(failureOf(verification(changes))).toBe(expected)
  })

  test('a request of somebody verified before, where that is not enough, was refused', () => {
    const history: CountedVerification['history'] = [
      { state: 'created', at: 1 },
      { state: 'rejected', at: 2 },
    ]
    expect(failureOf(verification({ state: 'rejected', already: true, history }))).toBe('vendorRefused')
    expect(failureOf(verification({ state: 'rejected', already: false, history }))).toBe('vendorRejected')
  })

  test('the most frequent come first', () => {
    const of = (...all: State[]) => count(...all.map(state => verification({ state }))).failures
    expect(of('canceled', 'revoked', 'revoked', 'ready')).toEqual([
      { reason: 'vendorRevoked', count: 2 },
      { reason: 'userCanceled', count: 1 },
    ])
    expect(of('expired', 'expired', 'revoked')).toEqual([
      { reason: 'timeUp', count: 2 },
      { reason: 'vendorRevoked', count: 1 },
    ])
    // Of equally many in one order, whichever is met first.
    expect(of('revoked', 'expired')).toEqual(of('expired', 'revoked'))
  })
})

test('each vendor that was used has its own numbers, the most used first', () => {
  const { vendors } = count(
    verified(3 * minutes, { vendor: 'esign' }),
    verification({ vendor: 'esign', state: 'rejected' }),
    verification({ vendor: 'qiyuesuo', state: 'processing' }),
  )
  expect(vendors).toEqual([
    { vendor: 'esign', started: 2, verified: 1, failed: 1, open: 0, median: 3 * minutes },
    { vendor: 'qiyuesuo', started: 1, verified: 0, failed: 0, open: 1, median: null },
  ])
})

test('vendors used as often as each other are in one order, and a vendor used more is before them', () => {
  const of = (...all: CountedVerification['vendor'][]) =>
    count(...all.map(vendor => verification({ vendor }))).vendors.map(({ vendor }) => vendor)
  expect(of('qiyuesuo', 'ess', 'esign')).toEqual(['esign', 'ess', 'qiyuesuo'])
  expect(of('esign', 'qiyuesuo', 'ess', 'qiyuesuo')).toEqual(['qiyuesuo', 'esign', 'ess'])
})

test('every state is either open, verified or failed', () => {
  for (const state of states) {
    const [only] = count(verification({ state })).vendors
    expect([state, (only?.open ?? 0) + (only?.verified ?? 0) + (only?.failed ?? 0)]).toEqual([state, 1])
  }
})

test('a verification belongs to the day in Beijing on which it was made, whenever it ended', () => {
  const lastMoment = Date.parse('2026-01-30T23:59:59.999+08:00')
  const { days } = count(
    verified(36 * 60 * minutes, { createdAt: lastMoment }),
    verification({ createdAt: lastMoment + 1, state: 'expired' }),
  )
  expect(days).toEqual([
    { day: '2026-01-30', started: 1, verified: 1, failed: 0 },
    { day: '2026-01-31', started: 1, verified: 0, failed: 1 },
    { day: '2026-02-01', started: 0, verified: 0, failed: 0 },
  ])
})

describe('the funnel', () => {
  const invitation = (changes: Partial<CountedInvitation>): CountedInvitation => ({
    openedAt: null,
    begun: 0,
    state: 'pending',
    ...changes,
  })

  test.each<[Partial<CountedInvitation>, string]>([
    [{}, 'invited'],
    [{ openedAt: 1 }, 'invited opened'],
    [{ openedAt: 1, begun: 1, state: 'started' }, 'invited opened started'],
    [{ openedAt: 1, begun: 1, state: 'revoked' }, 'invited opened started'],
    [{ openedAt: 1, begun: 1, state: 'verified' }, 'invited opened started verified'],
    [{ openedAt: 1, begun: 1, state: 'finished' }, 'invited opened started verified finished'],
    // Who got further has been everywhere before.
    [{ begun: 1 }, 'invited opened started'],
    [{ state: 'finished' }, 'invited opened started verified finished'],
  ])('%j got as far as: %s', (changes, expected) => {
    const funnel = funnelOf(invitation(changes))
    const steps = Object.entries(funnel).filter(([, each]) => each === 1)
    expect(steps.map(([step]) => step).join(' ')).toBe(expected)
  })

  test('counts invitations, not people', () => {
    const funnel = funnelOf(
      invitation({ begun: 3, state: 'verified' }),
      invitation({ begun: 5, state: 'started' }),
    )
    expect(funnel).toEqual({ invited: 2, opened: 2, started: 2, verified: 1, finished: 0 })
  })
})

test.each<State>(['created', 'ready'])('%s is no failure', state => {
  expect(count(verification({ state })).failures).toEqual([])
})
