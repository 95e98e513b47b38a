import type { Claim, Fact } from './decide'
import { believed, strongestClaim, strongestFact } from './strongest'

const unproven: Fact = { standing: 'unproven', assurance: null, rawStatus: 'raw' }
const refusal: Claim = { standing: 'rejected', rawStatus: 'status=2' }

test('a claimed refusal is believed of an id that the vendor knows and has nothing better to say of', () => {
  expect(believed(unproven, [refusal])).toMatchObject({ standing: 'rejected', rawStatus: 'raw' })
  expect(believed(unproven, [refusal, { ...refusal, reason: 'authorizationLetter' }])).toMatchObject({
    reason: 'authorizationLetter',
  })
})

test.each([
  ['the vendor does not know the id', { ...unproven, unknown: true } as const, [refusal]],
  ['it says that it is under way', { ...unproven, standing: 'started' } as const, [refusal]],
  ['it says verified', { ...unproven, standing: 'verified', assurance: 'attempt' } as const, [refusal]],
  ['no notice says so', unproven, [{ ...refusal, standing: 'reviewing' } as const]],
])('it is not believed where %s', (_what, fact, claims) => {
  expect(believed(fact, claims)).toBe(fact)
})

test('of several answers the strongest counts, and that something is missing is not lost', () => {
  const lacking: Fact = { ...unproven, missing: 'number' }
  expect(strongestFact([unproven, lacking])).toBe(lacking)
  const owned: Fact = { standing: 'verified', assurance: 'owned', rawStatus: '' }
  const observed: Fact = { ...owned, assurance: 'observed' }
  expect(strongestFact([lacking, owned, observed])).toBe(observed)
  expect(strongestFact([{ ...unproven, standing: 'rejected' }, owned])).toBe(owned)
  expect(strongestFact([{ ...unproven, reason: 'basicInformation' }, lacking])).toBe(lacking)
  // What it says comes before how well that is proven, and any proof before none.
  const account: Fact = { ...owned, assurance: 'account', rawStatus: 'b' }
  expect(
    strongestFact([{ ...account, standing: 'revoked', assurance: 'attempt', rawStatus: 'a' }, account]),
  ).toBe(account)
  const ofAccount: Fact = { ...unproven, assurance: 'account' }
  expect(strongestFact([unproven, ofAccount])).toBe(ofAccount)
})

describe('of what notices claim', () => {
  const claim = (standing: Claim['standing'], more: Partial<Claim> = {}): Claim => ({
    standing,
    rawStatus: null,
    ...more,
  })

  test('what leads on counts before what ends, in whatever order they came', () => {
    const inOrder = [
      'reviewing',
      'verified',
      'started',
      'rejected',
      'expired',
      'revoked',
      'unproven',
    ] as const
    for (const [at, standing] of inOrder.entries()) {
      const weaker = inOrder.slice(at + 1).map(each => claim(each))
      expect(strongestClaim([...weaker, claim(standing)])).toEqual(claim(standing))
      expect(strongestClaim([claim(standing), ...weaker])).toEqual(claim(standing))
    }
    expect(strongestClaim([])).toBeNull()
  })

  test('of two alike one with a reason counts, and else the same one however they are mixed', () => {
    const told = claim('rejected', { reason: 'authorizationLetter', rawStatus: 'z' })
    const bare = claim('rejected', { rawStatus: 'A' })
    const later = claim('rejected', { rawStatus: 'b' })
    const without = claim('rejected')
    for (const all of [
      [told, bare, later, without],
      [without, later, bare, told],
    ]) {
      expect(strongestClaim(all)).toBe(told)
      expect(strongestClaim(all.filter(each => each !== told))).toBe(without)
      expect(strongestClaim(all.filter(each => each.rawStatus && each !== told))).toBe(bare)
      expect(believed(unproven, all)).toMatchObject({ standing: 'rejected', reason: 'authorizationLetter' })
    }
    const reasons = [told, { ...told, reason: 'basicInformation' } as const]
    expect(strongestClaim(reasons)).toBe(told)
    expect(strongestClaim(reasons.reverse())).toBe(told)
  })
})

test('a fact of the account says nothing of how an attempt ended', () => {
  const ofAccount: Fact = { ...unproven, assurance: 'account' }
  expect(believed(ofAccount, [refusal])).toBe(ofAccount)
})

test('of several answers what decides counts before what does not, and more proof before less', () => {
  const fact = (standing: Fact['standing'], assurance: Fact['assurance'] = null): Fact => ({
    standing,
    assurance,
    rawStatus: null,
  })
  const inOrder = [
    fact('verified', 'attempt'),
    fact('verified', 'observed'),
    fact('verified', 'owned'),
    fact('verified', 'account'),
    fact('revoked'),
    fact('rejected'),
    fact('expired'),
    fact('reviewing'),
    fact('started'),
    fact('unproven'),
  ]
  for (const [at, strongest] of inOrder.entries())
    expect(strongestFact([...inOrder.slice(at)].reverse())).toBe(strongest)
  expect(strongestFact([])).toBeNull()
  const [number, attempt] = (['number', 'attempt'] as const).map(missing => ({ ...unproven, missing }))
  for (const both of [
    [number, attempt],
    [attempt, number],
  ] as Fact[][])
    expect(strongestFact(both)).toBe(attempt)
})
