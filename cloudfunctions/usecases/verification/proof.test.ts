import { codeOf, refusedAs } from '../../../test/support/refusal'
import { createWorld, proven, testPerson, unproven, type World } from '../../../test/support/world'
import type { StartInput } from '../../contract/verification'
import type { Fact } from '../../domain/decide'
import type { Subject } from '../../domain/words'
import type { Outcome } from '../../vendors/driver'
import { receiveNotice } from '../receiveNotice'
import { sweep } from '../sweep'
import { cancel } from './cancel'
import { confirmNumber } from './confirmNumber'
import { phoneNumber } from './phoneNumber'
import { recordConsent } from './recordConsent'
import { refresh } from './refresh'
import { renew } from './renew'
import { start } from './start'

/**
 * Alice is who the number, the card and the company belong to; Bob is a stranger who gives hers. Whatever he does, and
 * whatever she does meanwhile, he must not be told that he is verified.
 */

type Kind = 'byNumber' | 'byCard' | 'attemptsOnly'

/** As vendors find accounts: by the number (契约锁), by the card and for us alone (电子签), or not at all (e签宝). */
function worldOf(kind: Kind): World {
  const world = createWorld()
  world.deps.config.proof = 'observed'
  const { capabilities } = driverOf(world)
  if (kind === 'byCard') {
    capabilities.accountBy = { person: ['idNumber'], organization: ['name', 'registerNumber'] }
    capabilities.observes = ['person', 'organization']
    capabilities.queryBy = ['account']
  }
  if (kind === 'attemptsOnly') capabilities.queryBy = ['attempt']
  world.deps.phoneNumber = async code => numbers[code] ?? null
  return world
}

const numbers: Record<string, string> = { 'code-alice': testPerson.contact.value, 'code-bob': '13900139000' }

function driverOf({ deps }: World) {
  const driver = deps.drivers.get('qiyuesuo')
  if (!driver) throw new Error('no driver')
  return driver
}

let keys = 0
async function begin(
  world: World,
  owner: string,
  person: Partial<Extract<StartInput, { subject: 'person' }>['person']> = {},
  purpose = 'general',
) {
  const { consentId } = await recordConsent(world.deps, owner, {
    vendor: 'qiyuesuo',
    purpose,
    policyVersion: world.deps.config.policy.version,
  })
  keys += 1
  const input = await world.startInput(
    {
      clientKey: `key-${String(keys).padStart(16, '0')}`,
      consentId,
      purpose,
      person: { ...testPerson, ...person },
    },
    owner,
  )
  return (await start(world.deps, owner, input)).verification
}

async function beginOrganization(world: World, changes: object = {}, owner = 'alice') {
  const { consentId } = await recordConsent(world.deps, owner, {
    vendor: 'qiyuesuo',
    purpose: 'general',
    policyVersion: world.deps.config.policy.version,
  })
  keys += 1
  const input = await world.organizationInput({
    clientKey: `key-${String(keys).padStart(16, '0')}`,
    consentId,
  })
  const organization = { ...input.organization, ...changes }
  return (await start(world.deps, owner, { ...input, organization })).verification
}

const ask = async ({ deps }: World, owner: string, id: string) =>
  (await refresh(deps, owner, { id })).verification
const confirm = async ({ deps }: World, owner: string, id: string, phoneCode: string) =>
  (await confirmNumber(deps, owner, { id, phoneCode })).verification
const renewed = async ({ deps }: World, owner: string, id: string, attempt = 1) =>
  (await renew(deps, owner, { id, attempt, way: 'app' })).verification
const verifiedAtVendor = (world: World) => {
  world.vendor.onQuery = () => proven('account')
}
const rowsOf = ({ store }: World) =>
  store.all('audit').flatMap(each => ('cause' in each ? [`${each.event} ${each.cause}`] : []))
const noneIsVerified = ({ store }: World, owner: string) =>
  expect(
    store.all('verifications').filter(each => each.owner === owner && each.state === 'verified'),
  ).toEqual([])

describe('what is shown', () => {
  test('asked before: no; asked after: yes; nobody else: observed', async () => {
    const world = worldOf('byCard')
    const { id } = await begin(world, 'alice')
    verifiedAtVendor(world)
    expect(await ask(world, 'alice', id)).toMatchObject({
      state: 'verified',
      assurance: 'observed',
      missing: null,
    })
  })

  test('a bare account says what is missing; the number that WeChat confirms makes it one’s own, on record', async () => {
    const world = worldOf('byNumber')
    const { id } = await begin(world, 'alice')
    verifiedAtVendor(world)
    expect(await ask(world, 'alice', id)).toMatchObject({
      state: 'ready',
      missing: 'number',
      nextStep: 'confirm',
    })
    expect(await confirm(world, 'alice', id, 'code-alice')).toMatchObject({
      state: 'verified',
      assurance: 'owned',
    })
    expect(rowsOf(world).slice(-2)).toEqual(['confirm numberConfirmed', 'confirm vendorVerified'])
    expect(world.vendor.starts).toHaveLength(1)
    expect(JSON.stringify([world.store.all('account_uses'), world.logged])).not.toContain('1380013')
  })

  test('a number that WeChat told to the form need not be confirmed again within the hour', async () => {
    const world = worldOf('byNumber')
    expect(await phoneNumber(world.deps, 'alice', { code: 'code-alice' })).toEqual({
      mobile: testPerson.contact.value,
    })
    const { id } = await begin(world, 'alice')
    verifiedAtVendor(world)
    expect(await ask(world, 'alice', id)).toMatchObject({ state: 'verified', assurance: 'owned' })
  })

  test('who was observed once is known the next time, though the vendor lets nobody in twice', async () => {
    const world = worldOf('byCard')
    const { id } = await begin(world, 'alice')
    verifiedAtVendor(world)
    await ask(world, 'alice', id)
    world.vendor.onStart = () => ({ kind: 'ok', value: { kind: 'already', rawStatus: 'known' } })
    expect(await begin(world, 'alice', {}, 'other')).toMatchObject({ state: 'verified', assurance: 'owned' })
  })

  test('what was observed counts from that day: to go on asking does not prolong it', async () => {
    const world = worldOf('byCard')
    const { id } = await beginOrganization(world)
    verifiedAtVendor(world)
    expect(await ask(world, 'alice', id)).toMatchObject({ assurance: 'observed' })
    world.vendor.onStart = () => ({ kind: 'ok', value: { kind: 'already', rawStatus: 'known' } })
    world.pass(45 * 86_400_000)
    expect(await beginOrganization(world)).toMatchObject({ state: 'verified', assurance: 'owned' })
    world.pass(2 * 86_400_000)
    expect(await beginOrganization(world)).toMatchObject({ state: 'rejected' })
  })

  test('a way in that is fetched again asks first, and finds what the attempt before has done', async () => {
    const world = worldOf('byCard')
    const { id } = await begin(world, 'alice')
    verifiedAtVendor(world)
    expect(await renewed(world, 'alice', id)).toMatchObject({ state: 'verified', assurance: 'observed' })
    expect(world.vendor.starts).toHaveLength(1)
  })

  test('verified before, says a vendor that knows attempts alone: confirmed, it is asked again', async () => {
    const world = worldOf('attemptsOnly')
    world.vendor.onStart = () => ({ kind: 'ok', value: { kind: 'already', rawStatus: 'code=1450005' } })
    const { id, ...first } = await begin(world, 'alice')
    expect(first).toMatchObject({ state: 'ready', missing: 'number', already: true })
    expect(await confirm(world, 'alice', id, 'code-alice')).toMatchObject({
      state: 'verified',
      assurance: 'owned',
    })
    expect(world.vendor.starts[1]).toMatchObject({ person: testPerson, way: 'app' })
    expect(rowsOf(world).at(-1)).toBe('renew vendorVerified')
  })

  test('a vendor that can be asked is asked, and lets nobody in a second time', async () => {
    for (const [kind, kept] of [
      ['byNumber', { already: true }],
      ['attemptsOnly', {}],
    ] as const) {
      const world = worldOf(kind)
      const { id } = await begin(world, 'alice')
      const [{ version = 0 } = {}] = world.store.all('verifications')
      await world.store.replace('verifications', id, version, kept)
      expect(await confirm(world, 'alice', id, 'code-alice')).toMatchObject({ state: 'ready' })
      expect([world.vendor.starts.length, world.vendor.questions.length]).toEqual([1, 1])
    }
  })

  test('repeated after its answer was lost, a confirmation needs no second code, and stands on record once', async () => {
    const world = worldOf('byNumber')
    const { id } = await begin(world, 'alice')
    await confirm(world, 'alice', id, 'code-alice')
    verifiedAtVendor(world)
    expect(await confirm(world, 'alice', id, 'spent')).toMatchObject({
      state: 'verified',
      assurance: 'owned',
    })
    expect(rowsOf(world).filter(row => row === 'confirm numberConfirmed')).toHaveLength(1)
  })

  test('there is nothing to confirm of what has ended, and nobody to ask where the vendor is no longer on', async () => {
    const world = worldOf('byNumber')
    const { id } = await begin(world, 'alice')
    await cancel(world.deps, 'alice', { id })
    expect(await codeOf(confirm(world, 'alice', id, 'code-alice'))).toBe('NOT_CONFIRMABLE')
    world.pass(30 * 86_400_000)
    const { version = 0 } = world.store.all('verifications')[0] ?? {}
    await world.store.replace('verifications', id, version, { sealed: null })
    expect(await codeOf(confirm(world, 'alice', id, 'code-alice'))).toBe('NOT_CONFIRMABLE')
    world.deps.drivers = new Map()
    expect(await codeOf(confirm(world, 'alice', id, 'code-alice'))).toBe('VENDOR_OFF')
  })

  test.each([
    ['attempt', 'ready', 'attempt'],
    ['observed', 'ready', 'number'],
    ['account', 'verified', null],
  ] as const)('PROOF=%s: an account alone is %s', async (proof, state, missing) => {
    const world = worldOf('byNumber')
    world.deps.config.proof = proof
    const { id } = await begin(world, 'alice')
    verifiedAtVendor(world)
    expect(await ask(world, 'alice', id)).toMatchObject({ state, missing })
  })
})

describe('a stranger’s number', () => {
  test('verified long ago: neither start, return, notice, sweep nor renewal says that it is Bob’s', async () => {
    const world = worldOf('byNumber')
    verifiedAtVendor(world)
    const { id } = await begin(world, 'bob')
    await ask(world, 'bob', id)
    await refresh(world.deps, 'bob', { id, hint: 'passed' })
    await renewed(world, 'bob', id)
    await notice(world, 'verified')
    world.pass(60_000)
    await sweep(world.deps)
    noneIsVerified(world, 'bob')
  })

  test('his own number, a used code, Alice’s verification: nothing makes it his', async () => {
    const world = worldOf('byNumber')
    verifiedAtVendor(world)
    const { id } = await begin(world, 'bob')
    const hers = await begin(world, 'alice')
    expect(await refusedAs(confirm(world, 'bob', id, 'code-bob'))).toBe('NUMBER_DIFFERS phoneCode')
    expect(await refusedAs(confirm(world, 'bob', id, 'nonsense'))).toBe('PHONE_CODE_INVALID phoneCode')
    expect(await refusedAs(phoneNumber(world.deps, 'bob', { code: 'nonsense' }))).toBe(
      'PHONE_CODE_INVALID code',
    )
    expect(await codeOf(confirm(world, 'bob', hers.id, 'code-bob'))).toBe('NOT_FOUND')
    await phoneNumber(world.deps, 'bob', { code: 'code-bob' })
    await ask(world, 'bob', id)
    noneIsVerified(world, 'bob')
  })

  test('that Alice has confirmed hers helps Alice alone, and for an hour', async () => {
    const world = worldOf('byNumber')
    verifiedAtVendor(world)
    await phoneNumber(world.deps, 'alice', { code: 'code-alice' })
    const { id } = await begin(world, 'bob')
    await ask(world, 'bob', id)
    noneIsVerified(world, 'bob')
    world.pass(61 * 60_000)
    const late = await begin(world, 'alice')
    expect(await ask(world, 'alice', late.id)).toMatchObject({ missing: 'number' })
  })

  test('Alice verifies it anywhere in the world while Bob waits: that is not his doing', async () => {
    const world = worldOf('byNumber')
    const { id } = await begin(world, 'bob')
    verifiedAtVendor(world)
    expect(await ask(world, 'bob', id)).toMatchObject({ state: 'ready', missing: 'number' })
  })

  test('an address cannot be confirmed, nor an account that is named by the vendor’s id', async () => {
    const world = worldOf('byNumber')
    driverOf(world).capabilities.accounts = true
    verifiedAtVendor(world)
    const mail = await begin(world, 'bob', { contact: { type: 'email', value: 'a@example.com' } })
    expect(await ask(world, 'bob', mail.id)).toMatchObject({ missing: 'attempt' })
    expect(await codeOf(confirm(world, 'bob', mail.id, 'code-bob'))).toBe('NOT_CONFIRMABLE')
    await cancel(world.deps, 'bob', { id: mail.id })
    const named = await begin(world, 'bob', {
      contact: { type: 'mobile', value: '13900139000' },
      account: 'of-alice',
    })
    expect(await codeOf(confirm(world, 'bob', named.id, 'code-bob'))).toBe('NOT_CONFIRMABLE')
  })
})

describe('a stranger’s card', () => {
  const his = { contact: { type: 'mobile', value: '13900139000' } } as const

  test.each([
    ['Bob first, then Alice', ['bob', 'alice']],
    ['Alice first, then Bob', ['alice', 'bob']],
  ])('%s: Alice verifies, and Bob is not', async (_what, order) => {
    const world = worldOf('byCard')
    const ids: Record<string, string> = {}
    for (const owner of order) ids[owner] = (await begin(world, owner, owner === 'bob' ? his : {})).id
    verifiedAtVendor(world)
    for (const owner of order) await ask(world, owner, ids[owner] ?? '')
    await renewed(world, 'bob', ids.bob ?? '')
    noneIsVerified(world, 'bob')
  })

  test.each([
    [
      'she has given it up',
      async (world: World, id: string) => void (await cancel(world.deps, 'alice', { id })),
    ],
    ['hers has run out', async (world: World) => world.pass(25 * 3600_000)],
    [
      'what she typed was removed long ago',
      async (world: World, id: string) => {
        world.deps.config.policy.retentionDays = 1
        await cancel(world.deps, 'alice', { id })
        world.pass(2 * 86_400_000)
        await sweep(world.deps)
        expect(world.store.all('verifications')[0]?.sealed).toBeNull()
      },
    ],
  ])('Bob begins when %s; she goes on with her old link', async (_what, ended) => {
    const world = worldOf('byCard')
    const { id } = await begin(world, 'alice')
    await ended(world, id)
    const his_ = await begin(world, 'bob', his)
    verifiedAtVendor(world)
    expect(await ask(world, 'bob', his_.id)).toMatchObject({ state: 'ready', missing: 'attempt' })
  })

  test('a number of his own that WeChat confirms says nothing of a card', async () => {
    const world = worldOf('byCard')
    verifiedAtVendor(world)
    await phoneNumber(world.deps, 'bob', { code: 'code-bob' })
    const { id } = await begin(world, 'bob', his)
    await ask(world, 'bob', id)
    expect(await codeOf(confirm(world, 'bob', id, 'code-bob'))).toBe('NOT_CONFIRMABLE')
    noneIsVerified(world, 'bob')
  })

  test('verified before: he is told so, and it ends; begun again and again it stays so', async () => {
    const world = worldOf('byCard')
    verifiedAtVendor(world)
    world.vendor.onStart = () => ({ kind: 'ok', value: { kind: 'already', rawStatus: 'known' } })
    for (let time = 0; time < 3; time++)
      expect(await begin(world, 'bob', his)).toMatchObject({ state: 'rejected' })
  })

  test.each([
    ['is lost', { kind: 'transient', code: 'X', detail: 'd' }],
    [
      'says that somebody is about to',
      { kind: 'ok', value: { standing: 'started', assurance: null, rawStatus: null } },
    ],
  ] satisfies [string, Outcome<Fact>][])(
    'where the answer before %s, nothing was observed',
    async (_what, answer) => {
      const world = worldOf('byCard')
      world.vendor.onQuery = () => answer
      const { id } = await begin(world, 'bob', his)
      // That he has begun once does not make the next time his own.
      await cancel(world.deps, 'bob', { id })
      world.pass(1)
      const again = await begin(world, 'bob', his)
      verifiedAtVendor(world)
      await ask(world, 'bob', again.id)
      noneIsVerified(world, 'bob')
    },
  )

  test('verified between the question and the start: the vendor says so, and it was not observed', async () => {
    const world = worldOf('byCard')
    world.vendor.onStart = () => {
      verifiedAtVendor(world)
      return { kind: 'ok', value: { kind: 'already', rawStatus: 'known' } }
    }
    const { id } = await begin(world, 'bob', his)
    await ask(world, 'bob', id)
    noneIsVerified(world, 'bob')
  })

  test('the same where the page stays open, for a number to be confirmed', async () => {
    const world = worldOf('byNumber')
    driverOf(world).capabilities.observes = ['person']
    world.vendor.onStart = () => {
      verifiedAtVendor(world)
      return { kind: 'ok', value: { kind: 'already', rawStatus: 'known' } }
    }
    const { id } = await begin(world, 'bob')
    expect(await ask(world, 'bob', id)).toMatchObject({ state: 'ready', missing: 'number' })
  })

  test.each([
    ['whose question was lost', { kind: 'transient', code: 'X', detail: 'd' }],
    ['who began where only attempts count', null],
  ] satisfies [string, Outcome<Fact> | null][])(
    'Alice, %s, has a way in all the same',
    async (_what, answer) => {
      const world = worldOf('byCard')
      if (answer) world.vendor.onQuery = () => answer
      else world.deps.config.proof = 'attempt'
      await begin(world, 'alice')
      world.vendor.onQuery = () => unproven
      world.deps.config.proof = 'observed'
      const bob = await begin(world, 'bob', his)
      verifiedAtVendor(world)
      await ask(world, 'bob', bob.id)
      noneIsVerified(world, 'bob')
    },
  )

  test('both begin in the same moment: neither is taken for the other', async () => {
    const world = worldOf('byCard')
    const [alice, bob] = await Promise.all([begin(world, 'alice'), begin(world, 'bob', his)])
    verifiedAtVendor(world)
    await Promise.all([ask(world, 'alice', alice.id), ask(world, 'bob', bob.id)])
    noneIsVerified(world, 'bob')
  })

  test('what is observed after the end is nobody’s attempt', async () => {
    const world = worldOf('byCard')
    await begin(world, 'bob', his)
    world.pass(24 * 3600_000)
    await sweep(world.deps)
    verifiedAtVendor(world)
    await notice(world, 'verified')
    noneIsVerified(world, 'bob')
  })

  test('the other person’s use is forgotten only when no way in can be used any more', async () => {
    const world = worldOf('byCard')
    await begin(world, 'alice')
    world.pass(45 * 86_400_000)
    await sweep(world.deps)
    expect(world.store.all('account_uses')).toHaveLength(1)
    world.pass(2 * 86_400_000)
    await sweep(world.deps)
    expect(world.store.all('account_uses')).toHaveLength(0)
  })
})

describe('a stranger’s company', () => {
  const subject: Subject = 'organization'

  test('verified by nobody else’s doing, it is observed', async () => {
    const world = worldOf('byCard')
    const { id } = await beginOrganization(world)
    verifiedAtVendor(world)
    expect(await ask(world, 'alice', id)).toMatchObject({ subject, state: 'verified', assurance: 'observed' })
  })

  test.each([
    ['the same company', {}],
    ['another name for its code', { name: '另一家有限公司' }],
    ['its name without the code', { registerNumber: undefined }],
  ])('Bob gives %s; Alice verifies, and Bob is not', async (_what, changes) => {
    const world = worldOf('byCard')
    const bob = await beginOrganization(world, changes, 'bob')
    await beginOrganization(world)
    verifiedAtVendor(world)
    await ask(world, 'bob', bob.id)
    noneIsVerified(world, 'bob')
  })

  test('a batch was sent with it: whoever follows that link is not Bob', async () => {
    const world = worldOf('byCard')
    const bob = await beginOrganization(world, {}, 'bob')
    world.deps.follows = { ...world.deps.follows, isBegunElsewhere: async () => true }
    driverOf(world).capabilities.batch = true
    verifiedAtVendor(world)
    await ask(world, 'bob', bob.id)
    noneIsVerified(world, 'bob')
  })

  test('the number of an applicant says nothing about who may act for it', async () => {
    const world = worldOf('byNumber')
    verifiedAtVendor(world)
    const { id } = await beginOrganization(world, {}, 'bob')
    expect(await ask(world, 'bob', id)).toMatchObject({ missing: 'attempt', nextStep: 'open' })
    expect(await codeOf(confirm(world, 'bob', id, 'code-alice'))).toBe('NOT_CONFIRMABLE')
  })

  test('known to the vendor from elsewhere it is nobody’s doing here', async () => {
    const world = worldOf('byCard')
    const { id } = await beginOrganization(world, {}, 'bob')
    world.vendor.onQuery = () => ({
      kind: 'ok',
      value: { standing: 'verified', assurance: 'account', rawStatus: 'detail', elsewhere: true },
    })
    await ask(world, 'bob', id)
    noneIsVerified(world, 'bob')
  })
})

test('a claimed refusal ends nothing where only the account could be asked', async () => {
  const world = worldOf('byNumber')
  world.vendor.onQuery = () => unproven
  await begin(world, 'alice')
  await notice(world, 'rejected')
  expect(world.store.all('verifications')[0]?.state).toBe('processing')
  await notice(world, 'rejected 42')
  expect(world.store.all('verifications')[0]?.state).toBe('rejected')
})

/** The vendor posts to the newest address it was given. */
function notice({ deps, vendor }: World, text: string) {
  const [name = '', verificationId = '', attempt = '', secret = ''] =
    vendor.starts.at(-1)?.noticeUrl.split('/').slice(-4) ?? []
  return receiveNotice(deps, {
    vendor: name,
    address: { verificationId, attempt: Number(attempt), secret },
    body: Buffer.from(text),
    method: 'POST',
    headers: {},
    query: {},
  })
}
