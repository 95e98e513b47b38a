import { refusedAs } from '../../../test/support/refusal'
import { createWorld, type World } from '../../../test/support/world'
import { recordConsent } from './recordConsent'
import { requireConsent } from './requireConsent'
import { withdrawConsents } from './stop'

const hour = 3_600_000
const asked = { vendor: 'qiyuesuo', purpose: 'general' } as const
const another = (world: World) => {
  world.deps.config.policy.version = '2'
}

test.each<[what: string, after: (world: World) => unknown, changes: object, covers: boolean]>([
  ['of this person, for this, of this hour', ({ pass }) => pass(hour - 1), {}, true],
  ['that was never given', () => {}, { consentId: 'c_0' }, false],
  ['of somebody else', () => {}, { owner: 'bob' }, false],
  ['for another vendor', () => {}, { vendor: 'ess' }, false],
  ['for another purpose', () => {}, { purpose: 'loan' }, false],
  ['that was withdrawn', ({ deps }) => withdrawConsents(deps, 'alice'), {}, false],
  ['to a policy of before', another, {}, false],
  ['an hour old', ({ pass }) => pass(hour), {}, false],
])('a consent %s counts, or does not', async (_what, after, changes, covers) => {
  const world = createWorld()
  const { consentId } = await recordConsent(world.deps, 'alice', { ...asked, policyVersion: '1' })
  await after(world)
  const { owner, ...wanted } = { owner: 'alice', consentId, ...asked, ...changes }
  expect(await refusedAs(requireConsent(world.deps, owner, wanted))).toBe(
    covers ? 'no error' : 'CONSENT_REQUIRED consentId',
  )
})
