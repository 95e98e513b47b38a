import { countedStore } from '../../../test/support/counted-store'
import { createWorld, proven, testOrganization, testPerson, unproven } from '../../../test/support/world'
import type { SubjectFields, Verification } from '../../domain/verification'
import type { Outcome } from '../../vendors/driver'
import { judge, ownNumber } from './judge'
import { start } from './start'

async function begun() {
  const world = createWorld()
  world.deps.config.proof = 'observed'
  await start(world.deps, 'alice', await world.startInput())
  const [verification] = world.store.all('verifications')
  const [driver] = world.deps.drivers.values()
  if (!verification || !driver) throw new Error('nothing began')
  const fields: SubjectFields = { subject: 'person', person: testPerson }
  const { store, counts } = countedStore(world.store)
  const worth = async <T>(
    answer: Outcome<T & Parameters<typeof judge>[4]>,
    of: Verification = verification,
  ) => {
    counts.reads = 0
    if (answer.kind !== 'ok') throw new Error('no answer')
    return judge({ ...world.deps, store }, of, driver, fields, answer.value)
  }
  return { verification, driver, worth, counts }
}

test('an answer about the very attempt, or that nothing is proven, needs nothing beside it', async () => {
  const { worth, counts } = await begun()
  expect(await worth(proven('attempt'))).toMatchObject({ standing: 'verified', assurance: 'attempt' })
  expect(counts.reads).toBe(0)
  expect(await worth(unproven)).toMatchObject({ standing: 'unproven' })
  expect(counts.reads).toBe(0)
  expect(await worth(proven('account'))).toMatchObject({ standing: 'unproven', missing: 'number' })
  expect(counts.reads).toBe(1)
})

test('of one from before numbers were confirmed and accounts asked about beforehand, nothing more is known', async () => {
  const { worth, verification } = await begun()
  const { owned: _owned, before: _before, ...old } = verification
  expect(await worth(proven('account'), old)).toMatchObject({ standing: 'unproven', missing: 'number' })
})

test('a number makes an account one’s own where a person is found by it, and by nothing else', async () => {
  const { driver } = await begun()
  const of = (person: object): SubjectFields => ({ subject: 'person', person: { ...testPerson, ...person } })
  expect(ownNumber(driver, of({}))).toBe('13800138000')
  expect(ownNumber(driver, of({ account: 'named' }))).toBeNull()
  expect(ownNumber(driver, of({ contact: { type: 'email', value: 'a@example.com' } }))).toBeNull()
  expect(ownNumber(driver, { subject: 'organization', organization: testOrganization })).toBeNull()
  driver.capabilities.accountBy.person = ['idNumber']
  expect(ownNumber(driver, of({}))).toBeNull()
})
