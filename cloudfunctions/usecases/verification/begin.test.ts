import { createWorld, proven, testPerson, unproven, type World } from '../../../test/support/world'
import { refresh } from './refresh'
import { renew } from './renew'
import { start } from './start'

/** What is asked, said and kept around a call for a way in. */

let world: World
beforeEach(() => {
  world = createWorld()
})
const observing = (proof: World['deps']['config']['proof'] = 'observed') => {
  world.deps.config.proof = proof
  for (const { capabilities } of world.deps.drivers.values()) capabilities.observes = ['person']
}
const begin = async (owner = 'alice') =>
  start(world.deps, owner, await world.startInput({ clientKey: `key-of-${owner}-0000000001` }, owner))
const again = (id: string, attempt = 1) => renew(world.deps, 'alice', { id, attempt, way: 'app' })
const kept = (id: string) => world.store.all('verifications').find(each => each._id === id)
const fails = (kind: 'transient' | 'indeterminate' | 'rejected') => () =>
  ({ kind, code: '1001', detail: 'd' }) as const

test('each attempt has a name and an address of its own at the vendor', async () => {
  const { verification } = await begin()
  await again(verification.id)
  expect(world.vendor.starts).toMatchObject(
    [1, 2].map(attempt => ({
      ...{ subject: 'person', person: testPerson, way: 'app', reference: `${verification.id}_${attempt}` },
      noticeUrl: expect.stringContaining(`/${verification.id}/${attempt}/`),
    })),
  )
})

describe('the account is asked about before', () => {
  test('by what the vendor finds it by, and what was said is kept with the attempt', async () => {
    observing()
    const { verification } = await begin()
    const { contact, name, idNumber } = testPerson
    expect(world.vendor.questions).toEqual([
      { subject: 'person', contact, name, idNumber, refs: {}, reference: verification.id },
    ])
    const before = { at: world.deps.clock(), untouched: true }
    expect(kept(verification.id)?.before).toEqual(before)
    await refresh(world.deps, 'alice', { id: verification.id })
    expect(kept(verification.id)?.before).toEqual(before)
  })

  test('only where that can prove anything', async () => {
    await begin()
    observing('attempt')
    await begin('bob')
    expect(world.vendor.questions).toEqual([])
  })

  test('verified before anybody began here, it is no attempt’s doing: there is a way in', async () => {
    observing('account')
    world.vendor.onQuery = () => proven('account')
    expect(await begin()).toMatchObject({ handoff: { kind: 'plugin' }, verification: { state: 'ready' } })
  })

  test('verified meanwhile, and perhaps by somebody else: there is a fresh way in', async () => {
    observing()
    const { verification } = await begin()
    await begin('bob')
    world.vendor.onQuery = () => proven('account')
    expect(await again(verification.id)).toMatchObject({
      ...{ handoff: { kind: 'plugin' }, verification: { state: 'ready', attempt: 2 } },
    })
  })

  test('an answer to it is none to the attempt whose answer was lost', async () => {
    observing()
    world.vendor.onStart = fails('indeterminate')
    const { verification } = await begin()
    world.vendor.onQuery = () => unproven
    world.vendor.onStart = fails('transient')
    expect((await again(verification.id)).verification.state).toBe('indeterminate')
  })

  test('what the vendor knows from before was not untouched, also where it said so a moment ago', async () => {
    observing()
    world.vendor.onStart = () => ({ kind: 'ok', value: { kind: 'already', rawStatus: 'code=1605' } })
    const { verification } = await begin()
    expect(kept(verification.id)).toMatchObject({ already: true, rawStatus: 'code=1605' })
    expect(kept(verification.id)?.before).toEqual({ at: world.deps.clock(), untouched: false })
    world.vendor.onQuery = fails('transient')
    const bob = await begin('bob')
    expect(kept(bob.verification.id)?.before).toBeNull()
  })
})

test('a refusal keeps the vendor’s code, and says on record what it did', async () => {
  world.vendor.onStart = fails('rejected')
  const { verification } = await begin()
  expect(kept(verification.id)?.rawStatus).toBe('code=1001')
  expect(world.store.all('audit').at(-1)).toMatchObject({
    ...{ event: 'start', cause: 'vendorRefused', to: 'rejected', rawStatus: 'code=1001' },
  })
})
