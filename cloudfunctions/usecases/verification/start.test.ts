import { createInvitationWorld } from '../../../test/support/invitation-world'
import { meanwhile } from '../../../test/support/meanwhile'
import { refusedAs } from '../../../test/support/refusal'
import { createWorld, testOrganization, testPerson, type World } from '../../../test/support/world'
import type { Verification } from '../../domain/verification'
import { canonicalJson } from '../../platform/json'
import type { Deps } from '../kit/deps'
import { pieceKeys, searchKeys } from '../kit/searchKeys'
import { cancel } from './cancel'
import { phoneNumber } from './phoneNumber'
import { get } from './read'
import { reconcile } from './reconcile'
import { start } from './start'

test('a start yields a ready verification and the way to the vendor', async () => {
  const { deps, vendor, startInput } = createWorld()
  const result = await start(deps, 'alice', await startInput())
  expect(result.outcome).toBe('started')
  expect(result.handoff?.kind).toBe('plugin')
  expect(result.verification).toMatchObject({
    state: 'ready',
    phase: 'act',
    nextStep: 'open',
    maskedName: '测试**',
    maskedContact: '138****8000',
    attempt: 1,
  })
  expect(vendor.starts).toHaveLength(1)
})

test.each<[string, (world: World, id: string) => Promise<unknown>, Partial<Verification>]>([
  [
    'taken back',
    ({ store }, id) => store.updateMany('consents', [['_id', 'eq', id]], { set: { withdrawnAt: 1 } }),
    { owner: 'alice', stoppedAt: expect.any(Number) },
  ],
  [
    'emptied',
    ({ store }, id) => store.updateMany('consents', [['_id', 'eq', id]], { set: { owner: '' } }),
    { owner: '', sealed: null },
  ],
])('a start whose consent is %s before it is written down goes no further', async (_, act, left) => {
  const world = createWorld()
  const { deps, vendor, startInput } = world
  const input = await startInput()
  meanwhile(world.store, 'insert', 'verifications', () => act(world, input.consentId))
  expect(await refusedAs(start(deps, 'alice', input))).toBe('CONSENT_REQUIRED consentId')
  expect(world.store.all('verifications')).toMatchObject([{ state: 'canceled', ...left }])
  expect(vendor.starts).toEqual([])
})

test('20 parallel starts with one key are one verification and one call to the vendor', async () => {
  const { deps, store, vendor, startInput } = createWorld()
  const input = await startInput()
  const results = await Promise.all(Array.from({ length: 20 }, () => start(deps, 'alice', input)))
  expect(new Set(results.map(each => each.verification.id)).size).toBe(1)
  expect(results.filter(each => each.handoff !== null)).toHaveLength(1)
  expect(vendor.starts).toHaveLength(1)
  expect(store.all('verifications')).toHaveLength(1)
})

test('one that another call is writing down, and nobody can read yet, is tried again', async () => {
  const { deps, store, startInput } = createWorld()
  const input = await startInput()
  const insert: typeof store.insert = async (collection, document) =>
    collection !== 'verifications' && (await store.insert(collection, document))
  expect(await refusedAs(start({ ...deps, store: { ...store, insert } }, 'alice', input))).toBe('BUSY')
})

test('the same key with other content is a conflict', async () => {
  const { deps, startInput } = createWorld()
  const input = await startInput()
  await start(deps, 'alice', input)
  const other = { ...input, person: { ...input.person, name: '测试员乙' } }
  expect(await refusedAs(start(deps, 'alice', other))).toBe('KEY_CONFLICT clientKey')
})

test('the same key with a newer consent is a repetition', async () => {
  const { deps, startInput } = createWorld()
  await start(deps, 'alice', await startInput())
  expect(await start(deps, 'alice', await startInput())).toMatchObject({ outcome: 'repeated', handoff: null })
})

test('the same key is a repetition also when its consent is used up, and so are the starts of this hour', async () => {
  const { deps, pass, startInput } = createWorld()
  deps.config.limits = { ...deps.config.limits, attempts: 1 }
  const input = await startInput()
  await start(deps, 'alice', input)
  expect(await start(deps, 'alice', input)).toMatchObject({ outcome: 'repeated', handoff: null })
  pass(2 * 3600_000)
  expect(await start(deps, 'alice', input)).toMatchObject({ outcome: 'repeated', handoff: null })
})

test('a person has one open verification for a vendor and purpose; a second start shows the first', async () => {
  const { deps, vendor, startInput } = createWorld()
  const first = await start(deps, 'alice', await startInput())
  const second = await start(deps, 'alice', await startInput({ clientKey: 'key-0000000000000002' }))
  expect(second).toMatchObject({
    outcome: 'existing',
    handoff: null,
    verification: { id: first.verification.id },
  })
  expect(vendor.starts).toHaveLength(1)
})

test('another purpose, another person and a finished one do not stand in the way', async () => {
  const { deps, startInput } = createWorld()
  const first = await start(deps, 'alice', await startInput())
  await cancel(deps, 'alice', { id: first.verification.id })
  expect(await start(deps, 'alice', await startInput({ clientKey: 'key-0000000000000002' }))).toMatchObject({
    outcome: 'started',
  })
  expect(await start(deps, 'bob', await startInput({}, 'bob'))).toMatchObject({ outcome: 'started' })
})

test('one that has run out unnoticed does not stand in the way', async () => {
  const { deps, store, pass, startInput } = createWorld()
  const first = await start(deps, 'alice', await startInput())
  pass(24 * 3600_000)
  const input = await startInput({ clientKey: 'key-0000000000000002' })
  expect(await start(deps, 'alice', input)).toMatchObject({ outcome: 'started' })
  expect((await get(deps, 'alice', { id: first.verification.id })).verification.state).toBe('expired')
  const [row] = store.all('audit').filter(each => 'cause' in each && each.cause === 'timeUp')
  expect(row).toMatchObject({ event: 'sweep' })
  // The place is the newer one's now.
  expect(await start(deps, 'alice', { ...input, clientKey: 'key-0000000000000003' })).toMatchObject({
    outcome: 'existing',
    verification: { attempt: 1, state: 'ready' },
  })
})

test('parallel starts with different keys leave one open verification', async () => {
  const { deps, store, vendor, startInput } = createWorld()
  const inputs = await Promise.all(
    Array.from({ length: 8 }, (_, index) => startInput({ clientKey: `key-000000000000001${index}` })),
  )
  const refused = await Promise.all(inputs.map(input => refusedAs(start(deps, 'alice', input))))
  expect(new Set(refused)).toEqual(new Set(['no error', 'START_IN_PROGRESS']))
  expect(store.all('verifications')).toHaveLength(1)
  expect(vendor.starts).toHaveLength(1)
})

test('without a consent nothing begins', async () => {
  const { deps, vendor, startInput } = createWorld()
  const input = await startInput({}, 'bob')
  expect(await refusedAs(start(deps, 'alice', input))).toBe('CONSENT_REQUIRED consentId')
  expect(vendor.starts).toHaveLength(0)
})

test('a mistyped id number is refused before anything leaves', async () => {
  const { deps, store, vendor, startInput } = createWorld()
  const input = await startInput()
  const wrong = { ...input, person: { ...input.person, idNumber: '110101199001010014' } }
  expect(await refusedAs(start(deps, 'alice', wrong))).toBe('INVALID_INPUT person.idNumber')
  expect(store.all('verifications')).toHaveLength(0)
  expect(vendor.starts).toHaveLength(0)
})

test('a lower-case check digit is the same number', async () => {
  const { deps, vendor, startInput } = createWorld()
  const input = await startInput()
  await start(deps, 'alice', { ...input, person: { ...input.person, idNumber: '11010119900101004x' } })
  expect(vendor.starts[0]).toMatchObject({ person: { idNumber: '11010119900101004X' } })
})

test.each([
  ['indeterminate', 'indeterminate', 'VENDOR_NO_ANSWER', 'open'],
  ['transient', 'created', 'VENDOR_UNAVAILABLE', 'open'],
  ['misconfigured', 'created', 'VENDOR_MISCONFIGURED', 'contact'],
  ['rejected', 'rejected', 'VENDOR_REFUSED', 'start'],
] as const)(
  'a vendor whose answer is %s leaves the verification %s',
  async (kind, state, problem, nextStep) => {
    const { deps, vendor, startInput } = createWorld()
    vendor.onStart = () => ({ kind, code: 'X', detail: 'd' })
    const { verification, handoff } = await start(deps, 'alice', await startInput())
    expect(handoff).toBeNull()
    expect(verification).toMatchObject({ state, nextStep, problem: { code: problem } })
  },
)

test('a vendor that is not on begins nothing', async () => {
  const { deps, startInput } = createWorld()
  expect(await refusedAs(start(deps, 'alice', { ...(await startInput()), vendor: 'ess' }))).toBe(
    'VENDOR_OFF vendor',
  )
})

test('what is stored is called by who began it with which key, and its place by what may be open once', async () => {
  const { deps, store, startInput, organizationInput } = createWorld()
  const digest = deps.vault.digest
  const input = await startInput()
  const { verification } = await start(deps, 'alice', input)
  expect(verification.id).toBe(`v_${digest('verification', 'alice', input.clientKey).slice(0, 32)}`)
  await start(deps, 'alice', await organizationInput({ clientKey: 'key-0000000000000002' }))
  expect(store.all('slots').map(({ _id }) => _id)).toEqual([
    digest('slot', 'alice', 'qiyuesuo', 'general', 'person'),
    digest('slot', 'alice', 'qiyuesuo', 'general', 'organization 测试甲有限公司'),
  ])
  const content = canonicalJson({
    vendor: 'qiyuesuo',
    purpose: 'general',
    subject: 'person',
    person: testPerson,
  })
  expect(store.all('verifications')[0]).toMatchObject({ bodyHash: digest('body', content), bizId: '' })
})

test('before the vendor is asked it stands there, with its first row, and nobody whole in it', async () => {
  const { deps, store, vendor, startInput } = createWorld()
  const input = await startInput()
  const begin = vendor.onStart
  const born: Verification[] = []
  vendor.onStart = request => {
    born.push(...store.all('verifications'))
    return begin(request)
  }
  await start(deps, 'alice', input)
  const at = deps.clock()
  const [{ _id: id = '', auditHash = '' } = {}] = born
  expect(born).toEqual([
    {
      ...{
        _id: id,
        version: 1,
        listKey: `${at}_${id}`,
        owner: 'alice',
        vendor: 'qiyuesuo',
        subject: 'person',
      },
      ...{ purpose: 'general', state: 'created', attempt: 1, bodyHash: expect.any(String) },
      ...{ consentId: input.consentId, invitationId: null, useId: null, bizId: '' },
      searchKeys: searchKeys(deps, ['测试员甲', '110101199001010015', '13800138000']),
      ...{ mode: 'any', maskedName: '测试**', maskedContact: '138****8000', sealed: expect.any(String) },
      ...{ refs: {}, rawStatus: null, reviewing: false, assurance: null, before: null, owned: false },
      ...{ missing: null, already: false, reason: null, problem: null },
      ...{ history: [{ state: 'created', at }], createdAt: at, updatedAt: at, lifeAt: at },
      ...{ expiresAt: at + 24 * 3600_000, dueAt: at + 15_000, redactAt: null },
      ...{ toCount: `${id}_1`, countedAs: '', countedIn: 0, outbox: [], outboxAt: null, auditHash },
    },
  ])
  expect(store.all('audit')[0]).toMatchObject({
    ...{
      _id: `${id}_1`,
      event: 'started',
      from: null,
      to: 'created',
      cause: 'userSubmitted',
      hash: auditHash,
    },
  })
})

test('a number that WeChat has told to the form is on it from the beginning', async () => {
  const { deps, store, startInput } = createWorld()
  await phoneNumber(deps, 'alice', { code: 'good-code' })
  await start(deps, 'alice', await startInput())
  await start(deps, 'bob', await startInput({ clientKey: 'key-0000000000000002' }, 'bob'))
  expect(store.all('verifications').map(({ owner, owned }) => [owner, owned])).toEqual([
    ['alice', true],
    ['bob', false],
  ])
})

test('an organization is found by a part of its name too', async () => {
  const { deps, store, organizationInput } = createWorld()
  await start(deps, 'alice', await organizationInput())
  const { name, registerNumber, applicant } = testOrganization
  expect(store.all('verifications')[0]?.searchKeys).toEqual([
    ...searchKeys(deps, [name, registerNumber, applicant.name, applicant.contact.value]),
    ...pieceKeys(deps, [name]),
  ])
})

test('whoever showed the code that a phone scanned hears what was begun, and for whom', async () => {
  const world = await createInvitationWorld()
  const heard: unknown[] = []
  const begun: Deps['follows']['begun'] = async (_deps, ...rest) => void heard.push(rest)
  world.deps.follows = { ...world.deps.follows, begun }
  const own = await start(world.deps, 'alice', await world.startInput())
  const handover = 'h'.repeat(22)
  const phone = await start(world.deps, 'bob', { ...(await world.startInput({}, 'bob')), handover })
  const token = await world.tokenOf(await world.invite())
  const invited = await world.begin(token, 'carol', { handover })
  expect(own.outcome).toBe('started')
  expect(heard).toEqual([
    ['bob', handover, { _id: phone.verification.id, subject: 'person', invitation: null }],
    ['carol', handover, { _id: invited.verification.id, subject: 'person', invitation: token }],
  ])
})

test('each invitation has a place of its own, whatever else is open', async () => {
  const world = await createInvitationWorld()
  const tokens = [await world.tokenOf(await world.invite()), await world.tokenOf(await world.invite())]
  const ids: string[] = []
  for (const token of tokens) ids.push((await world.begin(token, 'alice')).verification.id)
  expect(new Set(ids).size).toBe(2)
  const invitations = world.store.all('invitations').map(({ _id }) => _id)
  expect(world.store.all('slots').map(({ _id }) => _id)).toEqual(
    invitations.map(id => world.deps.vault.digest('slot', 'alice', 'invitation', id)),
  )
  const uses = world.store.all('invitation_uses').map(({ _id }) => _id)
  expect(world.store.all('verifications')).toMatchObject(
    invitations.map((invitationId, at) => ({ invitationId, useId: uses[at], bizId: 'order-7' })),
  )
  const found = searchKeys(world.deps, ['order-7'])
  expect(world.store.all('verifications')[0]?.searchKeys).toEqual(expect.arrayContaining(found))
})

test('the database holds no plain name, number or contact, and no ticket', async () => {
  const { deps, store, startInput } = createWorld()
  await start(deps, 'alice', await startInput())
  const everything = JSON.stringify([
    store.all('verifications'),
    store.all('audit'),
    store.all('consents'),
    store.all('slots'),
  ])
  for (const secret of ['测试员甲', '110101199001010015', '13800138000', 'ticket'])
    expect(everything).not.toContain(secret)
})

test('somebody else’s verification looks exactly like a missing one', async () => {
  const { deps, startInput } = createWorld()
  const { verification } = await start(deps, 'alice', await startInput())
  expect(await refusedAs(get(deps, 'bob', { id: verification.id }))).toBe('NOT_FOUND')
  expect(await refusedAs(get(deps, 'bob', { id: 'v_00000000000000000000000000000000' }))).toBe('NOT_FOUND')
})

test('a user who cancels while the vendor still thinks gets no ticket', async () => {
  const { deps, vendor, startInput } = createWorld()
  const answer = await startInput()
  vendor.onStart = async request => {
    const id = request.noticeUrl.split('/').at(-3) ?? ''
    await reconcile(deps, id, { event: 'cancel', fact: null, cancel: true })
    return {
      kind: 'ok',
      value: {
        kind: 'handoff',
        handoff: { kind: 'webUrl', url: 'u', qrImage: '', singleUse: true, expiresAt: null },
        refs: {},
      },
    }
  }
  expect(await start(deps, 'alice', answer)).toMatchObject({
    handoff: null,
    verification: { state: 'canceled' },
  })
})
