import fc from 'fast-check'
import { states } from '../lifecycle'
import { finalInvitationStates, invitationStates, invitationTransition } from './lifecycle'
import { settle, tallyOf } from './settle'

const nobody = { begun: 0, verified: 0, finished: 0, open: 0 }
const causes = (...given: Parameters<typeof settle>) => settle(...given).map(({ cause }) => cause)
const single = { state: 'pending', most: 1, expiresAt: 100 } as const

test('people are counted by what became of their verification', () => {
  const uses = [
    { state: null, finishedAt: null },
    { state: 'processing', finishedAt: null },
    { state: 'verified', finishedAt: null },
    { state: 'verified', finishedAt: 5 },
    { state: 'verified', finishedAt: 6 },
    { state: 'rejected', finishedAt: null },
  ] as const
  expect(tallyOf(uses)).toEqual({ begun: 6, verified: 3, finished: 2, open: 1 })
})

test('that somebody went on counts only for who is verified', () => {
  expect(tallyOf([{ state: 'revoked', finishedAt: 5 }]).finished).toBe(0)
})

test.each([
  ['nobody has come', single, nobody, 1, []],
  ['somebody has begun', single, { ...nobody, begun: 1, open: 1 }, 1, ['inviteeStarted']],
  [
    'verified at the first look',
    single,
    { begun: 1, verified: 1, finished: 0, open: 0 },
    1,
    ['inviteeStarted', 'allVerified'],
  ],
  [
    'verified and gone on',
    { ...single, state: 'started' },
    { begun: 1, verified: 1, finished: 1, open: 0 },
    1,
    ['allVerified', 'allFinished'],
  ],
  [
    'one of two is verified',
    { ...single, most: 2, state: 'started' },
    { begun: 2, verified: 1, finished: 0, open: 1 },
    1,
    [],
  ],
  [
    'everybody is verified, as before',
    { ...single, state: 'verified' },
    { begun: 1, verified: 1, finished: 0, open: 0 },
    1,
    [],
  ],
  ['the time is up and nobody came', single, nobody, 100, ['timeUp']],
  [
    'the time is up while somebody is half-way',
    single,
    { ...nobody, begun: 1, open: 1 },
    100,
    ['inviteeStarted'],
  ],
  [
    'the time is up after a failure',
    { ...single, state: 'started' },
    { ...nobody, begun: 1 },
    100,
    ['timeUp'],
  ],
  [
    'verified in the last moment',
    { ...single, state: 'started' },
    { begun: 1, verified: 1, finished: 0, open: 0 },
    100,
    ['allVerified'],
  ],
  [
    'verified after it had expired',
    { ...single, state: 'expired' },
    { begun: 1, verified: 1, finished: 0, open: 0 },
    200,
    ['allVerified'],
  ],
  [
    'the vendor takes it back',
    { ...single, state: 'finished' },
    { begun: 1, verified: 0, finished: 0, open: 0 },
    1,
    ['vendorRevoked'],
  ],
  [
    'an operator took it back',
    { ...single, state: 'revoked' },
    { begun: 1, verified: 1, finished: 1, open: 0 },
    1,
    [],
  ],
] as const)('%s', (_what, current, tally, now, expected) => {
  expect(causes(current, tally, now)).toEqual(expected)
})

const anyTally = fc
  .array(
    fc.record({
      state: fc.option(fc.constantFrom(...states)),
      finishedAt: fc.option(fc.nat(), { nil: null }),
    }),
  )
  .map(tallyOf)

test('settling what is settled changes nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...invitationStates),
      fc.integer({ min: 1, max: 5 }),
      anyTally,
      fc.nat(200),
      (state, most, tally, now) => {
        const steps = settle({ state, most, expiresAt: 100 }, tally, now)
        const after = steps.at(-1)?.to ?? state
        expect(settle({ state: after, most, expiresAt: 100 }, tally, now)).toEqual([])
      },
    ),
  )
})

test('every step is a row of the table', () => {
  fc.assert(
    fc.property(fc.constantFrom(...invitationStates), anyTally, fc.nat(200), (state, tally, now) => {
      let at = state
      for (const { cause, to } of settle({ state, most: 1, expiresAt: 100 }, tally, now)) {
        expect(invitationTransition(at, cause)).toBe(to)
        at = to
      }
    }),
  )
})

test('only what is not over can be taken back, and what was taken back stays so', () => {
  expect(invitationStates.filter(state => invitationTransition(state, 'operatorRevoked'))).toEqual([
    'pending',
    'started',
    'expired',
  ])
  expect(finalInvitationStates).not.toContain('started')
  expect(invitationTransition('revoked', 'operatorResent')).toBeNull()
})
