import { codeOf, refusedAs } from '../../../test/support/refusal'
import { createWorld, type World } from '../../../test/support/world'
import { clearConsents, consentKeeping } from './consents'
import { recordConsent } from './recordConsent'
import { renew } from './renew'
import { start } from './start'

let world: World
beforeEach(() => {
  world = createWorld()
})

describe('a consent', () => {
  const agreed = { vendor: 'qiyuesuo', purpose: 'identity', policyVersion: '1' } as const
  const clientKey = 'key-consent-00000001'
  const record = (changes: Partial<Parameters<typeof recordConsent>[2]> = {}, owner = 'alice') =>
    recordConsent(world.deps, owner, { ...agreed, ...changes })

  test('says who agreed to which text, for whom and when, and until when it says who', async () => {
    const { consentId, ...told } = await record()
    const at = world.deps.clock()
    expect(told).toEqual({ policyVersion: '1', recordedAt: at })
    const openidUntil = at + 90 * 24 * 3_600_000
    expect(await world.store.get('consents', consentId)).toEqual({
      ...{ _id: consentId, version: 1, owner: 'alice', at, openidUntil },
      ...agreed,
    })
  })

  test('is given for a vendor there is, to the text of today', async () => {
    expect(await refusedAs(record({ vendor: 'esign' }))).toBe('VENDOR_OFF vendor')
    expect(await refusedAs(record({ policyVersion: '0' }))).toBe('CONSENT_REQUIRED policyVersion')
    expect(world.store.all('consents')).toEqual([])
  })

  test('with a key is given once, and the key says the same thing each time', async () => {
    const first = await record({ clientKey })
    world.pass(1000)
    expect(await record({ clientKey })).toEqual(first)
    expect(await refusedAs(record({ clientKey, purpose: 'contract' }))).toBe('KEY_CONFLICT clientKey')
    const [driver] = world.deps.drivers.values()
    if (driver) world.deps.drivers = new Map([...world.deps.drivers, ['ess', driver]])
    expect(await codeOf(record({ clientKey, vendor: 'ess' }))).toBe('KEY_CONFLICT')
    world.deps.config.policy.version = '2'
    expect(await codeOf(record({ clientKey, policyVersion: '2' }))).toBe('KEY_CONFLICT')
    expect(world.store.all('consents')).toHaveLength(1)
  })

  test('without a key is another each time, and a key of one person is none of another', async () => {
    const all = [
      await record(),
      await record(),
      await record({ clientKey }),
      await record({ clientKey }, 'bob'),
    ]
    expect(new Set(all.map(({ consentId }) => consentId)).size).toBe(4)
    expect(all.every(({ consentId }) => /^c_[0-9a-f]{32}$/.test(consentId))).toBe(true)
    // The key finds it after an update too.
    const digest = world.deps.vault.digest('consent', 'bob', clientKey).slice(0, 32)
    expect(all[3]?.consentId).toBe(`c_${digest}`)
  })

  test('is nobody’s once its time is over, and stays', async () => {
    await record()
    world.pass(1)
    await record({}, 'bob')
    const now = world.deps.clock() + consentKeeping(world.deps) - 1
    const writes: string[] = []
    world.store.beforeWrite(operation => void writes.push(operation))
    expect(await clearConsents(world.deps, now - 1)).toBe(0)
    expect(writes).toEqual([])
    expect(await clearConsents(world.deps, now)).toBe(1)
    expect(
      world.store.all('consents').map(({ owner, openidUntil }) => [owner, openidUntil === null]),
    ).toEqual([
      ['', true],
      ['bob', false],
    ])
    expect(await clearConsents(world.deps, now)).toBe(0)
  })
})

describe('a fresh way in', () => {
  const begin = async () => (await start(world.deps, 'alice', await world.startInput())).verification.id
  const again = (id: string, way: 'app' | 'link' = 'app', owner = 'alice') =>
    renew(world.deps, owner, { id, attempt: 1, way })
  const stored = async (id: string, changes: object) => {
    const found = await world.store.get('verifications', id)
    await world.store.replace('verifications', id, found?.version ?? 0, changes)
  }

  test('is there for its owner, in a way that the vendor has', async () => {
    const id = await begin()
    expect(await codeOf(again(id, 'app', 'bob'))).toBe('NOT_FOUND')
    for (const { capabilities } of world.deps.drivers.values())
      Object.assign(capabilities, { handoffs: ['plugin'] })
    expect(await refusedAs(again(id, 'link'))).toBe('INVALID_INPUT way')
    expect(await again(id)).toMatchObject({ outcome: 'renewed', verification: { attempt: 2 } })
    const causes = () =>
      world.store.all('audit').flatMap(row => ('cause' in row && row.event === 'renew' ? [row.cause] : []))
    expect(causes()).toEqual(['userAsked'])
    expect(await again(id)).toMatchObject({
      outcome: 'repeated',
      handoff: null,
      verification: { attempt: 2 },
    })
    expect(world.vendor.starts).toHaveLength(2)
    await stored(id, { state: 'indeterminate' })
    await renew(world.deps, 'alice', { id, attempt: 2, way: 'app' })
    expect(causes()).toEqual(['userAsked', 'userAsked', 'vendorAccepted'])
  })

  test.each([
    ['it has ended', { state: 'rejected' }, 'NOT_RENEWABLE'],
    ['somebody looks at it', { reviewing: true }, 'NOT_RENEWABLE'],
    ['what was typed is gone', { sealed: null }, 'NOT_RENEWABLE'],
    ['its time is up', { expiresAt: 1_700_000_000_000 }, 'NOT_RENEWABLE'],
    ['it is being begun', { state: 'created' }, 'START_IN_PROGRESS'],
    ['its beginning met with trouble', { state: 'created', problem: 'VENDOR_UNAVAILABLE' }, 'no error'],
    ['its beginning was long ago', { state: 'created', createdAt: 0 }, 'no error'],
    ['its beginning was half a minute ago', { state: 'created', createdAt: 1_699_999_970_000 }, 'no error'],
  ])('where %s: %j is %s', async (_, changes, code) => {
    const id = await begin()
    await stored(id, changes)
    expect(await codeOf(again(id))).toBe(code)
  })

  test('of a vendor that is no longer on there is none', async () => {
    const id = await begin()
    world.deps.drivers = new Map()
    expect(await codeOf(again(id))).toBe('VENDOR_OFF')
  })
})
