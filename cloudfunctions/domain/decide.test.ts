import * as fc from 'fast-check'
import { type Claim, decide, type Evidence, type Fact, type Standing } from './decide'
import { isOpen, states } from './lifecycle'
import { assurances } from './words'

const current = {
  state: 'processing',
  reason: null,
  reviewing: false,
  assurance: null,
  rawStatus: null,
  problem: null,
  expiresAt: 1000,
} as const
const nothing: Evidence = { fact: null, claim: null, hint: null, problem: null, now: 0 }
const fact = (standing: Standing, assurance: Fact['assurance'] = null): Fact => ({
  standing,
  assurance,
  rawStatus: `raw-${standing}`,
})
const claim = (standing: Standing): Claim => ({ standing, rawStatus: `claim-${standing}` })

test('verified by the account, then proven for this very attempt: the stronger proof is kept, the weaker forgotten', () => {
  const verified = { ...current, state: 'verified', assurance: 'account' } as const
  expect(decide(verified, { ...nothing, fact: fact('verified', 'attempt') })).toMatchObject({
    cause: null,
    assurance: 'attempt',
  })
  for (const [weaker, stronger] of [
    ['account', 'owned'],
    ['owned', 'observed'],
    ['observed', 'attempt'],
  ] as const) {
    expect(
      decide({ ...verified, assurance: weaker }, { ...nothing, fact: fact('verified', stronger) }).assurance,
    ).toBe(stronger)
    expect(
      decide({ ...verified, assurance: stronger }, { ...nothing, fact: fact('verified', weaker) }).assurance,
    ).toBe(stronger)
  }
  const proven = { ...verified, assurance: 'attempt' } as const
  expect(decide(proven, { ...nothing, fact: fact('verified', 'account') })).toMatchObject({
    cause: null,
    assurance: 'attempt',
  })
})

test('a fact verifies and brings its assurance', () => {
  const decision = decide(current, { ...nothing, fact: fact('verified', 'account') })
  expect(decision).toMatchObject({ state: 'verified', cause: 'vendorVerified', assurance: 'account' })
})

test('a notice that says verified changes nothing while the vendor, asked, does not confirm it', () => {
  const decision = decide(current, { ...nothing, fact: fact('unproven'), claim: claim('verified') })
  expect(decision.state).toBe('processing')
})

test('a notice that says rejected ends nothing by itself', () => {
  expect(decide(current, { ...nothing, claim: claim('rejected') }).state).toBe('processing')
  expect(decide(current, { ...nothing, fact: fact('unproven'), claim: claim('rejected') }).state).toBe(
    'processing',
  )
})

test('what a verified account lacks is kept until the vendor answers again', () => {
  const lacking = { ...fact('unproven'), missing: 'number' } as const
  const once = decide(current, { ...nothing, fact: lacking })
  expect(once).toMatchObject({ state: 'processing', missing: 'number' })
  expect(decide({ ...current, ...once }, nothing).missing).toBe('number')
  expect(decide({ ...current, ...once }, { ...nothing, fact: fact('lost') }).missing).toBe('number')
  expect(decide({ ...current, ...once }, { ...nothing, fact: fact('started') }).missing).toBeNull()
  expect(decide({ ...current, ...once }, { ...nothing, fact: fact('verified', 'owned') })).toMatchObject({
    state: 'verified',
    assurance: 'owned',
    missing: null,
  })
})

test('a verified fact outweighs a rejecting notice and a wish to cancel', () => {
  const evidence = { ...nothing, fact: fact('verified', 'attempt'), claim: claim('rejected'), cancel: true }
  expect(decide(current, evidence).state).toBe('verified')
})

test('a plugin that says passed moves the user on, no further', () => {
  const ready = { ...current, state: 'ready' } as const
  expect(decide(ready, { ...nothing, hint: 'passed' })).toMatchObject({
    state: 'processing',
    cause: 'userWent',
  })
})

test('manual review rests and does not expire on the ordinary day', () => {
  const evidence = { ...nothing, fact: fact('unproven'), claim: claim('reviewing'), now: 2000 }
  expect(decide(current, evidence)).toMatchObject({ state: 'processing', reviewing: true })
})

test('the decision of the review ends the rest', () => {
  const reviewing = { ...current, reviewing: true }
  expect(decide(reviewing, { ...nothing, fact: fact('rejected'), claim: claim('rejected') })).toMatchObject({
    state: 'rejected',
    reviewing: false,
  })
})

test('time is up only after the vendor was asked, or a day later when it cannot be', () => {
  expect(decide(current, { ...nothing, now: 1000 }).state).toBe('processing')
  expect(decide(current, { ...nothing, fact: fact('unproven'), now: 1000 }).state).toBe('expired')
  expect(decide(current, { ...nothing, now: 1000 + 24 * 3600_000 }).state).toBe('expired')
})

test('a lost answer is indeterminate, and asking finds the way out', () => {
  const created = { ...current, state: 'created' } as const
  expect(decide(created, { ...nothing, fact: fact('lost'), problem: 'VENDOR_NO_ANSWER' })).toMatchObject({
    state: 'indeterminate',
    problem: 'VENDOR_NO_ANSWER',
  })
  const indeterminate = { ...current, state: 'indeterminate', problem: 'VENDOR_NO_ANSWER' } as const
  expect(decide(indeterminate, nothing).state).toBe('indeterminate')
  expect(decide(indeterminate, { ...nothing, fact: fact('unproven') })).toMatchObject({
    state: 'ready',
    problem: null,
  })
})

test('what only an operator can mend is not forgotten because a question was answered', () => {
  const created = { ...current, state: 'created', problem: 'VENDOR_MISCONFIGURED' } as const
  expect(decide(created, { ...nothing, fact: fact('unproven') }).problem).toBe('VENDOR_MISCONFIGURED')
  expect(decide(created, { ...nothing, fact: fact('accepted') }).problem).toBeNull()
})

test('what ended it stays beside it when a late notice leads to a question', () => {
  const refused = { ...current, state: 'rejected', problem: 'VENDOR_REFUSED' } as const
  expect(decide(refused, { ...nothing, fact: fact('unproven'), claim: claim('rejected') }).problem).toBe(
    'VENDOR_REFUSED',
  )
  const verified = { ...current, state: 'verified', assurance: 'account' } as const
  expect(decide(verified, { ...nothing, problem: 'VENDOR_UNAVAILABLE' }).problem).toBeNull()
  expect(decide(refused, { ...nothing, fact: fact('verified', 'attempt') }).problem).toBeNull()
})

test('a refused renewal leaves the verification open', () => {
  expect(decide(current, { ...nothing, fact: fact('refused'), problem: 'VENDOR_REFUSED' })).toMatchObject({
    state: 'processing',
    problem: 'VENDOR_REFUSED',
  })
})

const standings: Standing[] = [
  'accepted',
  'refused',
  'lost',
  'unproven',
  'started',
  'reviewing',
  'verified',
  'rejected',
  'revoked',
]
const anyEvidence = fc.record({
  fact: fc.option(
    fc.record({
      standing: fc.constantFrom(...standings),
      assurance: fc.constantFrom(...assurances, null),
      rawStatus: fc.constant('r'),
    }),
  ),
  claim: fc.option(fc.record({ standing: fc.constantFrom(...standings), rawStatus: fc.constant('c') })),
  hint: fc.constantFrom('opened', 'returned', 'passed', 'failed', null),
  cancel: fc.boolean(),
  problem: fc.constant(null),
  now: fc.integer({ min: 0, max: 200_000_000 }),
})
const anyCurrent = fc.record({
  state: fc.constantFrom(...states),
  reason: fc.constant(null),
  reviewing: fc.boolean(),
  assurance: fc.constant(null),
  rawStatus: fc.constant(null),
  problem: fc.constant(null),
  expiresAt: fc.constant(1000),
})

test('whatever comes, nothing becomes verified without a verified fact', () => {
  fc.assert(
    fc.property(anyCurrent, anyEvidence, (before, evidence) => {
      fc.pre(before.state !== 'verified' && evidence.fact?.standing !== 'verified')
      expect(decide(before, evidence).state).not.toBe('verified')
    }),
  )
})

test('whatever comes, a finished verification is not opened again', () => {
  fc.assert(
    fc.property(anyCurrent, anyEvidence, (before, evidence) => {
      fc.pre(!isOpen(before.state))
      expect(isOpen(decide(before, evidence).state)).toBe(false)
    }),
  )
})

test('the same evidence twice decides once', () => {
  fc.assert(
    fc.property(anyCurrent, anyEvidence, (before, evidence) => {
      fc.pre(evidence.fact?.standing !== 'revoked')
      const once = decide(before, evidence)
      fc.pre(!isOpen(once.state))
      expect(decide({ ...before, ...once }, evidence).state).toBe(once.state)
    }),
  )
})

test('the word of the vendor that is shown is that of its answer, then of its notice, then the one there was', () => {
  const known = { ...current, rawStatus: 'raw-before' }
  const both = { ...nothing, fact: fact('unproven'), claim: claim('started') }
  expect(decide(known, both).rawStatus).toBe('raw-unproven')
  expect(decide(known, { ...nothing, claim: claim('started') }).rawStatus).toBe('claim-started')
  expect(decide(known, nothing).rawStatus).toBe('raw-before')
})

test('only what is verified has a proof, and an answer of another kind changes none', () => {
  for (const state of states.filter(each => isOpen(each)))
    for (const standing of ['started', 'unproven', 'reviewing'] as const)
      expect(
        decide({ ...current, state }, { ...nothing, fact: fact(standing, 'account') }).assurance,
      ).toBeNull()
  const rejected = { ...current, state: 'rejected' } as const
  // Too little to verify after the end, and so no proof beside it either.
  expect(decide(rejected, { ...nothing, fact: fact('verified', 'account') })).toMatchObject({
    state: 'rejected',
    assurance: null,
  })
})

test('a notice of a review is believed only while the vendor has proven nothing else', () => {
  const review = claim('reviewing')
  expect(decide(current, { ...nothing, fact: fact('unproven'), claim: review }).reviewing).toBe(true)
  for (const standing of ['accepted', 'started', 'rejected'] as const)
    expect(decide(current, { ...nothing, fact: fact(standing), claim: review }).reviewing).toBe(false)
  expect(decide(current, { ...nothing, claim: review }).reviewing).toBe(false)
})

test('why it failed may come after that it failed, and is not forgotten', () => {
  const rejected = { ...current, state: 'rejected' } as const
  const told: Fact = { ...fact('rejected'), reason: 'authorizationLetter' }
  expect(decide(current, { ...nothing, fact: told })).toMatchObject({
    state: 'rejected',
    reason: 'authorizationLetter',
  })
  expect(decide(current, { ...nothing, fact: fact('rejected') }).reason).toBeNull()
  expect(decide(rejected, { ...nothing, fact: told })).toMatchObject({
    cause: null,
    reason: 'authorizationLetter',
  })
  const known = { ...rejected, reason: 'basicInformation' } as const
  expect(decide(known, { ...nothing, fact: fact('rejected') }).reason).toBe('basicInformation')
  expect(decide(known, { ...nothing, fact: told }).reason).toBe('authorizationLetter')
  expect(
    decide(known, { ...nothing, fact: { ...fact('unproven'), reason: 'authorizationLetter' } }).reason,
  ).toBe('basicInformation')
  expect(
    decide(current, { ...nothing, fact: { ...fact('started'), reason: 'basicInformation' } }).reason,
  ).toBeNull()
})

test('a canceled one is canceled, unless something better is known of it', () => {
  expect(decide(current, { ...nothing, cancel: true })).toMatchObject({
    state: 'canceled',
    cause: 'userCanceled',
  })
  expect(decide(current, { ...nothing, cancel: true, fact: fact('rejected') }).state).toBe('rejected')
  expect(decide(current, { ...nothing, cancel: true, fact: fact('unproven'), now: 1000 }).state).toBe(
    'canceled',
  )
})

test('what a notice claims, and what the page says, moves an open one on to the vendor and no further', () => {
  const ready = { ...current, state: 'ready' } as const
  const asked = { ...nothing, fact: fact('unproven') }
  expect(decide(ready, { ...asked, claim: claim('started') })).toMatchObject({
    state: 'processing',
    cause: 'vendorStarted',
  })
  expect(decide(ready, asked)).toMatchObject({ state: 'ready', cause: null })
  expect(decide(ready, { ...nothing, claim: claim('started') }).state).toBe('ready')
  expect(decide(ready, { ...nothing, fact: fact('lost'), claim: claim('started') }).state).toBe('ready')
  expect(decide(ready, { ...asked, claim: claim('started'), now: 1000 }).state).toBe('expired')
  // A review is known before the time is up, and rests.
  expect(decide(ready, { ...asked, claim: claim('reviewing'), now: 1000 })).toMatchObject({
    state: 'processing',
    reviewing: true,
  })
})

test('a review goes on while nobody answers, and ends with a new beginning or an end', () => {
  const reviewing = { ...current, reviewing: true }
  expect(decide(reviewing, nothing).reviewing).toBe(true)
  expect(decide(reviewing, { ...nothing, fact: fact('accepted') }).reviewing).toBe(false)
  expect(decide(reviewing, { ...nothing, fact: fact('lost') }).reviewing).toBe(true)
  expect(decide({ ...reviewing, state: 'rejected' }, { ...nothing, fact: fact('reviewing') }).reviewing).toBe(
    false,
  )
  expect(decide(current, { ...nothing, fact: fact('reviewing') })).toMatchObject({ reviewing: true })
  // Without an answer even a review ends, a day after its time.
  const late = { ...nothing, now: 1000 + 24 * 3600_000 }
  expect(decide(reviewing, { ...late, now: late.now - 1 }).state).toBe('processing')
  expect(decide(reviewing, late)).toMatchObject({ state: 'expired', reviewing: false })
})

test('what stands in the way goes with an answer and stays without', () => {
  const stuck = { ...current, problem: 'VENDOR_UNAVAILABLE' } as const
  expect(decide(stuck, nothing).problem).toBe('VENDOR_UNAVAILABLE')
  expect(decide(stuck, { ...nothing, problem: 'VENDOR_NO_ANSWER' }).problem).toBe('VENDOR_NO_ANSWER')
  for (const standing of ['lost', 'refused'] as const)
    expect(decide(stuck, { ...nothing, fact: fact(standing) }).problem).toBe('VENDOR_UNAVAILABLE')
  for (const standing of ['unproven', 'started', 'accepted'] as const)
    expect(decide(stuck, { ...nothing, fact: fact(standing) }).problem).toBeNull()
  const misconfigured = { ...current, problem: 'VENDOR_MISCONFIGURED' } as const
  expect(decide(misconfigured, { ...nothing, fact: fact('started') }).problem).toBeNull()
})

test('what happens on the way says no reason, and what a verified account lacks stays lacking', () => {
  const ready = { ...current, state: 'ready', missing: 'number' } as const
  expect(decide(ready, { ...nothing, hint: 'returned' })).toMatchObject({
    state: 'processing',
    missing: 'number',
  })
  const reasoned: Fact = { ...fact('started'), reason: 'basicInformation' }
  expect(decide(ready, { ...nothing, fact: reasoned })).toMatchObject({ state: 'processing', reason: null })
})

test('why it would have failed is nothing to one that ended otherwise, and no answer takes a reason away', () => {
  const told: Fact = { ...fact('rejected'), reason: 'authorizationLetter' }
  const expired = { ...current, state: 'expired' } as const
  expect(decide(expired, { ...nothing, fact: told }).reason).toBeNull()
  const rejected = { ...current, state: 'rejected', reason: 'basicInformation' } as const
  expect(decide(rejected, nothing).reason).toBe('basicInformation')
})

test('nothing is missing of what is verified', () => {
  const verified = { ...current, state: 'verified', assurance: 'account', missing: 'number' } as const
  expect(decide(verified, nothing).missing).toBeNull()
  expect(decide(current, nothing).missing).toBeNull()
})

test('what is verified may be taken back, and a proof of nothing proves nothing', () => {
  const verified = { ...current, state: 'verified', assurance: 'attempt' } as const
  expect(decide(verified, { ...nothing, fact: fact('revoked') })).toMatchObject({
    state: 'revoked',
    assurance: null,
  })
  expect(
    decide({ ...verified, assurance: null }, { ...nothing, fact: fact('verified') }).assurance,
  ).toBeNull()
  expect(decide(current, { ...nothing, fact: fact('expired') })).toMatchObject({
    state: 'expired',
    cause: 'timeUp',
  })
})
