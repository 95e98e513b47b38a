import type { Claim, Fact } from './decide'
import { believed, strongestFact } from './strongest'

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
})
