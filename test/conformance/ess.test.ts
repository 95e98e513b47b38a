import type { OrganizationFields, PersonFields } from '../../cloudfunctions/domain/verification'
import type { Driver, StartRequest } from '../../cloudfunctions/vendors/driver'
import { eventually } from '../support/eventually'
import { openEssBench } from './ess-bench'
import { handedOff, reference, value } from './outcomes'

/** 电子签 beyond the common suites: its links, letters, packages and what its notices say. */
let bench: Awaited<ReturnType<typeof openEssBench>>
beforeAll(async () => {
  bench = await openEssBench()
})
afterAll(() => bench.close())

const contact = { type: 'mobile', value: '13900000000' } as const
let companies = 0
function company(changes: Partial<OrganizationFields> = {}): OrganizationFields {
  companies += 1
  const applicant = { name: '李小四', contact }
  return { name: `示例(深圳)第${companies}有限公司`, legalPerson: '王小二', applicant, ...changes }
}

const startPerson = (person: PersonFields, way: 'app' | 'link' = 'app', driver: Driver = bench.driver) =>
  driver.start({ subject: 'person', person, way, reference, noticeUrl: bench.noticeUrl() })
const startCompany = (organization: OrganizationFields, changes: Partial<StartRequest> = {}) =>
  bench.driver.start({
    subject: 'organization',
    organization,
    way: 'app',
    reference,
    noticeUrl: bench.noticeUrl(),
    ...changes,
  } as StartRequest)
const askPerson = async ({ contact, name, idNumber }: PersonFields) =>
  value(await bench.driver.query({ subject: 'person', contact, name, idNumber, refs: {} }))
const askCompany = async ({ name, registerNumber }: OrganizationFields, refs = {}) =>
  value(await bench.driver.query({ subject: 'organization', name, registerNumber, refs }))

test.each(['app', 'link'] as const)('a person passes by %s; the notice names the start', async way => {
  const person = bench.person()
  const { handoff } = handedOff(await startPerson(person, way))
  await bench.act(handoff, 'pass')
  const [notice] = await bench.notices(1)
  expect(notice && bench.driver.readNotice(notice)).toMatchObject({
    kind: 'account',
    eventId: expect.stringMatching(/^.{32}$/),
    rawStatus: 'MsgType=UserAccountVerify',
    claim: { standing: 'verified' },
    about: { reference },
  })
  expect(await askPerson(person)).toMatchObject({ standing: 'verified', assurance: 'account' })
  expect(value(await startPerson(person))).toEqual({ kind: 'already', rawStatus: 'VerifyStatus=true' })
})

test.each(['/DescribeUserVerifyStatus', '/CreateUserVerifyUrl'])(
  'when the answer to %s is lost it is asked for again: a second link is harmless',
  async path => {
    for (const fault of [{ drop: 'before' }, { drop: 'after' }, { garbage: true }]) {
      await bench.control('next', { path, ...fault })
      expect((await startPerson(bench.person())).kind).toBe('ok')
    }
    await bench.control('next', { path, hang: true })
    expect(await startPerson(bench.person())).toMatchObject({ kind: 'transient', code: 'TIMEOUT' })
  },
)

test('a link for a browser lasts seven days', async () => {
  const { handoff } = handedOff(await startPerson(bench.person(), 'link'))
  const days = handoff.kind === 'webUrl' ? ((handoff.expiresAt ?? 0) - Date.now()) / 86_400_000 : 0
  expect(days).toBeCloseTo(7, 2)
})

test('a clock that is an hour off is the operator’s to mend', async () => {
  const slow = bench.makeDriver({ clock: () => Date.now() - 3_600_000 })
  expect(await startPerson(bench.person(), 'app', slow)).toMatchObject({
    kind: 'misconfigured',
    code: 'AuthFailure.SignatureExpire',
  })
})

test('a package that is used up, and an operator who is no employee, are the operator’s to mend', async () => {
  await bench.control('package', { realNamePackage: false })
  expect(await startPerson(bench.person())).toMatchObject({
    kind: 'misconfigured',
    code: 'QUOTA:FailedOperation.BalanceNotEnough',
  })
  await bench.control('package', { realNamePackage: true })
  const stranger = bench.makeDriver({ operatorUserId: 'yDnobody' })
  expect(await startPerson(bench.person(), 'app', stranger)).toMatchObject({
    kind: 'misconfigured',
    code: 'OperationDenied.UserNotInOrganization',
  })
})

test('a link into the mini-program of the other environment is noticed', async () => {
  const mixed = bench.makeDriver({ environment: 'production' })
  expect(await startPerson(bench.person(), 'app', mixed)).toMatchObject({ code: 'MINI_APP_ID' })
})

test.each(['app', 'link'] as const)('a company passes by %s, step by step', async way => {
  const organization = company({ registerNumber: creditCodes[way] })
  const { handoff } = handedOff(await startCompany(organization, { way }))
  expect(await askCompany(organization)).toMatchObject({ standing: 'unproven' })
  await bench.press(handoff, 'submit')
  expect(await askCompany(organization)).toMatchObject({ standing: 'started' })
  await bench.press(handoff, 'pass')
  expect(await askCompany(organization)).toMatchObject({ standing: 'verified', assurance: 'account' })
  expect(value(await startCompany(organization))).toMatchObject({ kind: 'already' })
})

const creditCodes = { app: '91110000MA0123456P', link: '91110000MA0123457T' }

test('notices tell whom to ask about: by the start, by name and by code', async () => {
  const organization = company({ registerNumber: '91350100M000100Y43' })
  const { handoff } = handedOff(await startCompany(organization))
  await bench.press(handoff, 'submit')
  await bench.press(handoff, 'pass')
  const name = organization.name.replace('(', '（').replace(')', '）')
  const about = { reference, organization: { name, creditCode: '91350100M000100Y43' } }
  const told = await eventually(async () => {
    const readings = (await bench.notices(1)).map(notice => bench.driver.readNotice(notice))
    const ours = readings.filter(each => each.kind === 'account' && each.about.organization?.name === name)
    const done = ours.some(each => each.kind === 'account' && each.claim !== null)
    return done && ours
  })
  expect(told[0]).toMatchObject({ rawStatus: 'MsgType=OrganizationAuthorization', claim: null, about })
  const rawStatus = 'MsgType=CreateOrganization'
  const last = { rawStatus, claim: { standing: 'verified', rawStatus }, about }
  expect(told).toContainEqual(expect.objectContaining(last))
})

test('a letter: under review, turned down, and a new attempt is not ended by the old one', async () => {
  const organization = company({ registerNumber: '9144030071526726XG' })
  const first = handedOff(await startCompany(organization))
  await bench.press(first.handoff, 'submit')
  await bench.press(first.handoff, 'review')
  expect(await askCompany(organization, first.refs)).toMatchObject({ standing: 'reviewing' })
  await bench.press(first.handoff, 'rejectLetter')
  expect(await askCompany(organization, first.refs)).toMatchObject({
    standing: 'rejected',
    reason: 'authorizationLetter',
  })
  const second = handedOff(await startCompany(organization))
  expect(await askCompany(organization, second.refs)).toMatchObject({ standing: 'started' })
  await bench.press(second.handoff, 'pass')
  expect(await askCompany(organization, second.refs)).toMatchObject({ standing: 'verified' })
})
