import type { OrganizationFields } from '../../cloudfunctions/domain/verification'
import type { StartRequest } from '../../cloudfunctions/vendors/driver'
import { handedOff, value } from './outcomes'
import { openQiyuesuoBench } from './qiyuesuo-bench'

/** 契约锁 beyond the common suites: stages of a company, licences, links, the page of a contract, envelopes. */
let bench: Awaited<ReturnType<typeof openQiyuesuoBench>>

beforeAll(async () => {
  bench = await openQiyuesuoBench()
})
afterAll(() => bench.close())

const company = () => bench.company()
const start = (organization: OrganizationFields, changes: Partial<StartRequest> = {}) =>
  bench.driver.start({
    subject: 'organization',
    organization,
    way: 'app',
    noticeUrl: bench.noticeUrl(),
    ...changes,
  } as StartRequest)
const ask = async ({ name }: OrganizationFields, refs: Record<string, string> = {}) =>
  value(await bench.driver.query({ subject: 'organization', name, refs }))

async function begun(organization = company(), changes: Partial<StartRequest> = {}) {
  return { organization, ...handedOff(await start(organization, changes)) }
}

const act: typeof bench.actAsCompany = (handoff, ...actions) => bench.actAsCompany(handoff, ...actions)

/** What the last word of the vendor is, once `count` notices have arrived, in whatever order. */
async function reading(count: number) {
  const read = (await bench.notices(count)).map(notice => bench.driver.readNotice(notice))
  const ends = ['verified', 'rejected']
  const last = read.find(each => each.kind === 'read' && ends.includes(each.claim.standing)) ?? read.at(-1)
  if (last?.kind !== 'read') throw new Error('no readable notice')
  return last
}

test('a company passes: by its request it is this attempt, by its name only the account', async () => {
  const { organization, handoff } = await begun()
  expect(handoff).toMatchObject({ kind: 'plugin', url: expect.stringContaining('/enterprise-auth?ticket=') })
  expect(await ask(organization)).toMatchObject({ standing: 'unproven' })
  await act(handoff, 'pass')
  const { claim, refs } = await reading(3)
  expect(claim).toMatchObject({ standing: 'verified', rawStatus: 'status=1,actionEvent=7' })
  expect(await ask(organization, refs)).toMatchObject({ standing: 'verified', assurance: 'attempt' })
  expect(await ask(organization)).toMatchObject({ standing: 'verified', assurance: 'account' })
})

test('all optional fields are accepted, modifyFields as one text', async () => {
  const editableFields = ['name' as const, 'registerNumber' as const, 'legalPerson' as const]
  expect((await begun({ ...company(), editableFields, closeButton: true })).kind).toBe('handoff')
  expect(
    (
      await begun({
        name: '测试最少有限公司',
        applicant: { contact: { type: 'email', value: 'a@example.com' } },
      })
    ).kind,
  ).toBe('handoff')
})

test.each([
  [['basic-fail'], 2, 'basicInformation'],
  [['basic-pass', 'letter-fail'], 3, 'authorizationLetter'],
] as const)('after %j the rejection says why', async (actions, notices, reason) => {
  const { organization, handoff } = await begun()
  await act(handoff, ...actions)
  const { claim, refs } = await reading(notices)
  expect(claim).toMatchObject({ standing: 'rejected', reason })
  expect(await ask(organization, refs)).toMatchObject({ standing: 'rejected', reason })
})

test('a company under review rests, and its decision comes later', async () => {
  const { organization, handoff } = await begun()
  await act(handoff, 'review')
  const { claim, refs } = await reading(1)
  expect(claim.standing).toBe('reviewing')
  expect(await ask(organization, refs)).toMatchObject({ standing: 'reviewing' })
  await bench.post('/__sandbox/review', { companyName: organization.name, outcome: 'pass' })
  expect(await ask(organization, refs)).toMatchObject({ standing: 'verified' })
})

test('an expired request is expired', async () => {
  const { organization, handoff } = await begun()
  await act(handoff, 'basic-pass')
  const { refs } = await reading(2)
  await bench.post('/__sandbox/expire', { companyName: organization.name })
  expect(await ask(organization, refs)).toMatchObject({ standing: 'expired' })
})

test('a company that is verified already is an outcome, by ticket, with a licence and by link', async () => {
  const { organization, handoff } = await begun()
  await act(handoff, 'pass')
  await bench.notices(3)
  const already = { kind: 'already', rawStatus: 'code=1605' }
  const licence = { type: 'png', bytes: png } as const
  expect(value(await start(organization))).toEqual(already)
  expect(value(await start(organization, { way: 'link' }))).toEqual(already)
  expect(value(await start(organization, { licence }))).toEqual(already)
})

const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.alloc(2000, 13),
])

test.each([
  ['jpg', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(1000)])],
  ['png', png],
  ['pdf', Buffer.from('%PDF-1.4\r\n--boundary\r\n')],
] as const)('a licence as %s arrives whole', async (type, bytes) => {
  const { organization, handoff } = await begun(company(), { licence: { type, bytes } })
  expect(handoff.kind).toBe('plugin')
  const answer = await (await fetch(`${bench.url}/__sandbox/companies`)).json()
  const { companies: known } = answer as { companies: { companyName: string; licence: unknown }[] }
  expect(known.find(each => each.companyName === organization.name)?.licence).toMatchObject({
    size: bytes.length,
  })
})

test('links for a browser name their attempt', async () => {
  const companyLink = await begun(company(), { way: 'link' })
  expect(companyLink.handoff).toMatchObject({
    kind: 'webUrl',
    expiresAt: null,
    url: expect.stringContaining('/h5/enterprise-auth/'),
  })
  expect(companyLink.refs.requestId).toMatch(/^\d{19}$/)
  const person = bench.person()
  const personLink = value(
    await bench.driver.start({
      subject: 'person',
      person,
      way: 'link',
      noticeUrl: bench.noticeUrl(),
      reference: 'v_test_1',
    }),
  )
  if (personLink.kind !== 'handoff' || personLink.handoff.kind !== 'webUrl')
    throw new Error('expected a link')
  expect(personLink.refs.authId).toMatch(/^\d{19}$/)
  const minutes = ((personLink.handoff.expiresAt ?? 0) - Date.now()) / 60_000
  expect(Math.round(minutes)).toBe(5)
})

const contact = { type: 'mobile', value: '13800138000' } as const

test('a contract opens on its page, and who may not see it is told by code', async () => {
  const { openContract } = bench.driver
  if (!openContract) throw new Error('no contracts')
  const demo = { contractId: '3000000000000000001', contact, intent: 'sign' } as const
  expect(value(await openContract(demo))).toMatchObject({
    kind: 'plugin',
    url: expect.stringContaining('/doc?ticket='),
    events: { signSuccessCb: 'passed' },
  })
  const stranger = { type: 'mobile', value: '13900139000' } as const
  expect(await openContract({ ...demo, contact: stranger })).toMatchObject({ kind: 'rejected', code: '1110' })
})

test.each([
  ['plain', 'form'],
  ['plain', 'json'],
  ['signed', 'form'],
  ['signed', 'json'],
  ['encrypted', 'form'],
  ['encrypted', 'json'],
])('%s notices as %s are read alike; plain ones without a key only', async (mode, format) => {
  await bench.post('/__sandbox/callback-mode', { mode, format })
  const { handoff } = await begun()
  await act(handoff, 'basic-fail')
  const [first] = await bench.notices(2)
  await bench.post('/__sandbox/callback-mode', { mode: 'plain' })
  if (!first) throw new Error('no notice')
  const read = { kind: 'read', claim: { standing: 'reviewing' } }
  const keyless = bench.makeDriver({ callbackKey: null }).readNotice(first)
  const keyed = bench.driver.readNotice(first)
  expect(mode === 'plain' ? keyless : keyed).toMatchObject(read)
  expect((mode === 'plain' ? keyed : keyless).kind).toBe('refused')
  expect(bench.makeDriver({ callbackKey: 'another-key-0000' }).readNotice(first).kind).toBe('refused')
})
