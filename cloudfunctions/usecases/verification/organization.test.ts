import { settled } from '../../../test/support/mortal'
import { refusedAs } from '../../../test/support/refusal'
import { createWorld, proven, testOrganization, unproven } from '../../../test/support/world'
import { submissionTime } from '../../domain/guidance'
import { receiveNotice } from '../receiveNotice'
import { openContract } from './openContract'
import { recordConsent } from './recordConsent'
import { refresh } from './refresh'
import { renew } from './renew'
import { start } from './start'

const jpg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
const fileId = 'cloud://env.bucket/licences/0123456789abcdef0123.jpg'
const withLicence = { organization: { ...testOrganization, licenceFileId: fileId } }

test('an organization is shown by its name, its applicant only in part', async () => {
  const { deps, vendor, organizationInput } = createWorld()
  const { verification } = await start(deps, 'alice', await organizationInput())
  expect(verification).toMatchObject({
    subject: 'organization',
    mode: null,
    maskedName: '测试甲有限公司',
    maskedContact: '138****8000',
  })
  expect(vendor.starts[0]).toMatchObject({
    subject: 'organization',
    organization: testOrganization,
    way: 'app',
  })
})

test('one operator may have several organizations under way, but each only once', async () => {
  const { deps, organizationInput } = createWorld()
  const other = { ...testOrganization, name: '测试乙有限公司' }
  await start(deps, 'alice', await organizationInput())
  const second = await organizationInput({ clientKey: 'key-0000000000000002', organization: other })
  expect(await start(deps, 'alice', second)).toMatchObject({ outcome: 'started' })
  const again = await organizationInput({ clientKey: 'key-0000000000000003', organization: other })
  expect(await start(deps, 'alice', again)).toMatchObject({ outcome: 'existing' })
})

test('a credit code with a wrong check sign is refused before anything leaves', async () => {
  const { deps, vendor, organizationInput } = createWorld()
  const wrong = { ...testOrganization, registerNumber: '91110000MA0TEA001D' }
  const input = await organizationInput({ organization: wrong })
  expect(await refusedAs(start(deps, 'alice', input))).toBe('INVALID_INPUT organization.registerNumber')
  expect(vendor.starts).toHaveLength(0)
})

test('already verified is an outcome of its own, proven about the account only', async () => {
  const { deps, vendor, organizationInput } = createWorld()
  vendor.onStart = () => ({ kind: 'ok', value: { kind: 'already', rawStatus: 'code=1605' } })
  const { verification, handoff } = await start(deps, 'alice', await organizationInput())
  expect(handoff).toBeNull()
  expect(verification).toMatchObject({
    state: 'verified',
    phase: 'done',
    already: true,
    assurance: 'account',
    problem: null,
  })
})

test('where proof of the attempt is required, a verified account is not enough', async () => {
  const world = createWorld()
  world.deps.config.proof = 'attempt'
  const { verification } = await start(world.deps, 'alice', await world.organizationInput())
  world.vendor.onQuery = () => proven('account')
  expect((await refresh(world.deps, 'alice', { id: verification.id })).verification.state).toBe('ready')
  world.vendor.onQuery = () => proven('attempt')
  expect((await refresh(world.deps, 'alice', { id: verification.id })).verification.state).toBe('verified')
})

test('where proof of the attempt is required, an organization known before is said to be known, not verified', async () => {
  const { deps, vendor, organizationInput } = createWorld()
  deps.config.proof = 'attempt'
  vendor.onStart = () => ({ kind: 'ok', value: { kind: 'already', rawStatus: 'code=1605' } })
  const { verification } = await start(deps, 'alice', await organizationInput())
  expect(verification).toMatchObject({ state: 'rejected', already: true })
})

test('the licence is passed on once and deleted', async () => {
  const { deps, vendor, files, organizationInput } = createWorld()
  files.set(fileId, jpg)
  const { verification } = await start(deps, 'alice', await organizationInput(withLicence))
  expect(vendor.starts[0]).toMatchObject({ licence: { type: 'jpg', bytes: jpg } })
  expect(files.size).toBe(0)
  await renew(deps, 'alice', { id: verification.id, attempt: 1, way: 'app' })
  expect(vendor.starts[1]).not.toHaveProperty('licence')
})

test.each([
  ['not an image', Buffer.from('<html>')],
  ['too large', Buffer.concat([jpg, Buffer.alloc(100)])],
  ['of a type the vendor does not take', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
])('a licence that is %s is refused, and deleted all the same', async (_what, bytes) => {
  const { deps, store, files, organizationInput } = createWorld()
  files.set(fileId, bytes)
  const input = await organizationInput(withLicence)
  expect(await refusedAs(start(deps, 'alice', input))).toBe('LICENCE_UNREADABLE organization.licenceFileId')
  expect(files.size).toBe(0)
  expect(store.all('verifications')).toHaveLength(0)
})

test('a licence that cannot be deleted holds up nobody, and somebody is told', async () => {
  const { deps, files, logged, organizationInput } = createWorld()
  files.set(fileId, jpg)
  deps.files.remove = async () => Promise.reject(new Error('no'))
  expect(await start(deps, 'alice', await organizationInput(withLicence))).toMatchObject({
    outcome: 'started',
  })
  expect(logged.filter(line => line.includes('licence.kept'))).toHaveLength(1)
})

test('who waits for a licence that is refused has not given away the place of whoever came meanwhile', async () => {
  const world = createWorld()
  const { deps, files } = world
  const other = await world.organizationInput({ ...withLicence, clientKey: 'key-0000000000000002' })
  const third = await world.organizationInput({ clientKey: 'key-0000000000000003' })
  let release = () => {}
  let second: Promise<unknown> | undefined
  deps.files.download = async () => {
    if (second) return new Promise<Buffer>(resolve => (release = () => resolve(jpg)))
    // Long enough for the place to be somebody else's.
    world.pass(submissionTime)
    second = start(deps, 'alice', other)
    await settled()
    throw new Error('no such file')
  }
  files.set(fileId, jpg)
  expect(await refusedAs(start(deps, 'alice', await world.organizationInput(withLicence)))).toMatch(
    'LICENCE_UNREADABLE',
  )
  expect(await refusedAs(start(deps, 'alice', third))).toBe('START_IN_PROGRESS')
  release()
  expect(await second).toMatchObject({ outcome: 'started' })
})

test('a licence that is not there is refused, and the next try is free', async () => {
  const { deps, organizationInput } = createWorld()
  expect(await refusedAs(start(deps, 'alice', await organizationInput(withLicence)))).toBe(
    'LICENCE_UNREADABLE organization.licenceFileId',
  )
  const next = await organizationInput({ clientKey: 'key-0000000000000002' })
  expect(await start(deps, 'alice', next)).toMatchObject({ outcome: 'started' })
})

test('the vendor’s reason stays with the rejection', async () => {
  const { deps, vendor, organizationInput } = createWorld()
  const { verification } = await start(deps, 'alice', await organizationInput())
  const fact = {
    standing: 'rejected',
    assurance: null,
    rawStatus: 'status=3',
    reason: 'authorizationLetter',
  } as const
  vendor.onQuery = () => ({ kind: 'ok', value: fact })
  const after = await refresh(deps, 'alice', { id: verification.id })
  expect(after.verification).toMatchObject({ state: 'rejected', reason: 'authorizationLetter' })
})

test('a link knows its attempt: the question goes by the vendor’s id', async () => {
  const { deps, vendor, organizationInput } = createWorld()
  const link = {
    kind: 'webUrl',
    url: 'https://vendor.example/x',
    qrImage: 'data:',
    singleUse: true,
    expiresAt: null,
  } as const
  const { verification } = await start(deps, 'alice', await organizationInput())
  vendor.onStart = () => ({
    kind: 'ok',
    value: { kind: 'handoff', handoff: link, refs: { requestId: '77' } },
  })
  const renewed = await renew(deps, 'alice', { id: verification.id, attempt: 1, way: 'link' })
  expect(renewed.handoff).toEqual(link)
  await refresh(deps, 'alice', { id: verification.id })
  expect(vendor.questions.at(-1)).toEqual({
    reference: verification.id,
    subject: 'organization',
    name: '测试甲有限公司',
    registerNumber: '91110000MA0TEA001C',
    refs: { requestId: '77' },
  })
})

test('what a notice claims about an earlier attempt is looked into as well', async () => {
  const { deps, store, vendor, organizationInput } = createWorld()
  const { verification } = await start(deps, 'alice', await organizationInput())
  const first = vendor.starts[0]?.noticeUrl.split('/') ?? []
  vendor.onStart = () => ({
    kind: 'ok',
    value: {
      kind: 'handoff',
      handoff: { kind: 'qrImage', url: 'u', expiresAt: null },
      refs: { requestId: '77' },
    },
  })
  await renew(deps, 'alice', { id: verification.id, attempt: 1, way: 'app' })
  vendor.onQuery = ({ refs }) => (refs.authId === '42' ? proven('attempt') : unproven)
  await receiveNotice(deps, {
    vendor: 'qiyuesuo',
    address: { verificationId: verification.id, attempt: 1, secret: first.at(-1) ?? '' },
    body: Buffer.from('verified 42'),
    method: 'POST',
    headers: {},
    query: {},
  })
  expect(store.all('verifications')[0]).toMatchObject({ state: 'verified', assurance: 'attempt' })
})

const contract = {
  vendor: 'qiyuesuo',
  contractId: '3000000000000000001',
  phoneCode: 'good-code',
  intent: 'sign',
} as const

async function contractConsent({ deps }: ReturnType<typeof createWorld>) {
  return recordConsent(deps, 'alice', { vendor: 'qiyuesuo', purpose: 'contract', policyVersion: '1' })
}

test('a contract opens for the number WeChat confirmed, and for no other', async () => {
  const world = createWorld()
  const asked: unknown[] = []
  world.vendor.onContract = request => {
    asked.push(request)
    return { kind: 'ok', value: { kind: 'plugin', url: 'plugin://x/doc', events: {}, leaveEvent: 'jumpTo' } }
  }
  const { consentId } = await contractConsent(world)
  expect(await openContract(world.deps, 'alice', { ...contract, consentId })).toMatchObject({
    handoff: { kind: 'plugin' },
  })
  expect(asked).toMatchObject([{ contact: { type: 'mobile', value: '13800138000' }, intent: 'sign' }])
  expect(
    await refusedAs(openContract(world.deps, 'alice', { ...contract, consentId, phoneCode: 'used' })),
  ).toBe('PHONE_CODE_INVALID phoneCode')
})

test('where there are no contracts none opens', async () => {
  const world = createWorld()
  const { consentId } = await contractConsent(world)
  const open = () => refusedAs(openContract(world.deps, 'alice', { ...contract, consentId }))
  for (const driver of world.deps.drivers.values()) driver.openContract = undefined
  expect(await open()).toBe('VENDOR_OFF vendor')
  world.deps.drivers = new Map()
  expect(await open()).toBe('VENDOR_OFF vendor')
})

test('a contract needs a consent of its own', async () => {
  const world = createWorld()
  const { consentId } = await world.startInput()
  expect(await refusedAs(openContract(world.deps, 'alice', { ...contract, consentId }))).toBe(
    'CONSENT_REQUIRED consentId',
  )
})

test.each([
  ['rejected', 'CONTRACT_NOT_VISIBLE'],
  ['transient', 'VENDOR_UNAVAILABLE'],
  ['indeterminate', 'VENDOR_UNAVAILABLE'],
  ['misconfigured', 'NOT_CONFIGURED'],
] as const)('a contract call that is %s says %s', async (kind, code) => {
  const world = createWorld()
  world.vendor.onContract = () => ({ kind, code: 'X', detail: 'd' })
  const { consentId } = await contractConsent(world)
  expect(await refusedAs(openContract(world.deps, 'alice', { ...contract, consentId }))).toBe(code)
})
