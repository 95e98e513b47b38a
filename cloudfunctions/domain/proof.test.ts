import type { Fact } from './decide'
import { type Circumstances, isObservable, sufficient } from './proof'
import { proofs } from './words'

const verified: Fact = { standing: 'verified', assurance: 'account', rawStatus: 'raw' }
const byAttempt: Fact = { ...verified, assurance: 'attempt' }
const bare: Circumstances = {
  proof: 'observed',
  before: null,
  contested: false,
  owned: false,
  ownable: false,
}
const seen = { ...bare, before: { at: 1, untouched: true } }

/** What it is worth, or what is missing. */
const worth = (fact: Fact, circumstances: Circumstances): string | null | undefined => {
  const { standing, assurance, missing } = sufficient(fact, circumstances)
  return standing === 'verified' ? assurance : `missing ${missing}`
}

test.each([
  ['proven of this attempt', byAttempt, bare, ['attempt', 'attempt', 'attempt']],
  ['not verified before, verified after', verified, seen, ['missing attempt', 'observed', 'observed']],
  [
    'a number that is the person’s own',
    verified,
    { ...bare, owned: true },
    ['missing attempt', 'owned', 'owned'],
  ],
  ['both', verified, { ...seen, owned: true }, ['missing attempt', 'observed', 'observed']],
  ['only the account', verified, bare, ['missing attempt', 'missing attempt', 'account']],
  [
    'only the account, which a number would show',
    verified,
    { ...bare, ownable: true },
    ['missing attempt', 'missing number', 'account'],
  ],
] as const)('%s', (_what, fact, circumstances, expected) => {
  expect(proofs.map(proof => worth(fact, { ...circumstances, proof }))).toEqual(expected)
})

test.each([
  ['the answer before was lost', { ...seen, before: null }, verified],
  [
    'it was verified before, or somebody was about to',
    { ...seen, before: { at: 1, untouched: false } },
    verified,
  ],
  ['somebody else has a way in', { ...seen, contested: true }, verified],
  ['it may have been done elsewhere', seen, { ...verified, elsewhere: true } as const],
])('nothing was observed where %s', (_what, circumstances, fact) => {
  expect(worth(fact, circumstances)).toBe('missing attempt')
  expect(worth(fact, { ...circumstances, owned: true })).toBe('owned')
})

test('what is too little is not proven, and is worth nothing', () => {
  expect(sufficient(verified, bare)).toEqual({
    ...verified,
    standing: 'unproven',
    assurance: null,
    missing: 'attempt',
  })
})

test.each([
  [true, verified],
  [false, byAttempt],
  [false, { ...verified, standing: 'unproven' }],
  [false, { ...verified, elsewhere: true }],
] as [boolean, Fact][])('%s: %j could be observed', (expected, fact) => {
  expect(isObservable(fact, { at: 1, untouched: true })).toBe(expected)
  expect(isObservable(fact, { at: 1, untouched: false })).toBe(false)
})

test('what is not verified stays as it is', () => {
  const started: Fact = { standing: 'started', assurance: null, rawStatus: 'raw' }
  expect(sufficient(started, seen)).toBe(started)
})
