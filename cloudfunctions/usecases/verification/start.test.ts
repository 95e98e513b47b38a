import { refusedAs } from '../../../test/support/refusal'
import { createWorld } from '../../../test/support/world'
import { cancel } from './cancel'
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

test('20 parallel starts with one key are one verification and one call to the vendor', async () => {
  const { deps, store, vendor, startInput } = createWorld()
  const input = await startInput()
  const results = await Promise.all(Array.from({ length: 20 }, () => start(deps, 'alice', input)))
  expect(new Set(results.map(each => each.verification.id)).size).toBe(1)
  expect(results.filter(each => each.handoff !== null)).toHaveLength(1)
  expect(vendor.starts).toHaveLength(1)
  expect(store.all('verifications')).toHaveLength(1)
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
  const { deps, pass, startInput } = createWorld()
  const first = await start(deps, 'alice', await startInput())
  pass(25 * 3600_000)
  expect(await start(deps, 'alice', await startInput({ clientKey: 'key-0000000000000002' }))).toMatchObject({
    outcome: 'started',
  })
  expect((await get(deps, 'alice', { id: first.verification.id })).verification.state).toBe('expired')
})

test('parallel starts with different keys leave one open verification', async () => {
  const { deps, store, vendor, startInput } = createWorld()
  const inputs = await Promise.all(
    Array.from({ length: 8 }, (_, index) => startInput({ clientKey: `key-000000000000001${index}` })),
  )
  await Promise.all(inputs.map(input => refusedAs(start(deps, 'alice', input))))
  expect(store.all('verifications')).toHaveLength(1)
  expect(vendor.starts).toHaveLength(1)
})

test.each([
  ['of somebody else', 'bob', 0, {}],
  ['too old', 'alice', 2 * 3600_000, {}],
  ['for another purpose', 'alice', 0, { purpose: 'loan' }],
])('a consent %s does not count', async (_what, consenting, age, changes) => {
  const { deps, vendor, pass, startInput } = createWorld()
  const input = await startInput(changes, consenting)
  pass(age)
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
