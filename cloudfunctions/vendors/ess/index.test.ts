import type { OrganizationFields, PersonFields } from '../../domain/verification'
import type { Driver, Question, StartRequest } from '../driver'
import { actionsOf, bodyOf, json, type Prepared, refusal, vendor } from './test-support'

const reference = 'v_0123456789abcdef0123456789abcdef_1'
const userData = 'dl8wMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc4OWFiY2RlZl8x'
const contact = { type: 'mobile', value: '13800138000' } as const
const person: PersonFields = {
  contact,
  name: '张小三',
  idType: 'residentId',
  idNumber: '11010119900101001x',
  mode: 'any',
}
const organization: OrganizationFields = {
  name: '示例(北京)有限公司',
  registerNumber: '91110000MA0123456P',
  legalPerson: '王小二',
  applicant: { name: '李小四', contact },
}
const base = { noticeUrl: 'https://callback.example/x', reference }
const start = (driver: Driver, who: PersonFields | OrganizationFields, way: 'app' | 'link' = 'app') =>
  driver.start({
    ...base,
    way,
    ...('applicant' in who
      ? { subject: 'organization', organization: who }
      : { subject: 'person', person: who }),
  } as StartRequest)

const Operator = { UserId: 'yDtestOperator' }
const unknownPerson = json({ VerifyStatus: false })
const unknownOrganization = json({ IsVerified: false, AuthStatus: 0, AuthRecords: [] })
const personPath = 'pages/guide/index?to=MP_PERSONAL_VERIFY&shortKey=yDCHpURD'
const personLink = json({
  UserVerifyUrl: personPath,
  ExpireTime: 1_713_080_196,
  MiniAppId: 'wx371151823f6f3edf',
})
const handoff = {
  kind: 'miniProgram',
  appId: 'wx371151823f6f3edf',
  path: personPath,
  envVersion: 'release',
  embedded: false,
}

test('a person: asked about first, then a way into the mini-program and back', async () => {
  const { driver, sent } = vendor([unknownPerson, personLink])
  expect(await start(driver, person)).toEqual({ kind: 'ok', value: { kind: 'handoff', handoff, refs: {} } })
  expect(actionsOf(sent)).toEqual(['DescribeUserVerifyStatus', 'CreateUserVerifyUrl'])
  const identity = { Name: '张小三', IdCardNumber: '11010119900101001X', IdCardType: 'ID_CARD' }
  expect(sent.map(bodyOf)).toEqual([
    { Operator, ...identity },
    { Operator, ...identity, Mobile: '13800138000', Endpoint: 'APP', AutoJumpBack: true, UserData: userData },
  ])
})

test('a person by a link for any browser, as a picture too', async () => {
  const link = json({
    UserVerifyUrl: 'https://test.essurl.cn/RTo2',
    ExpireTime: 1_713_080_196,
    MiniAppId: 'wxa023b292fd19d41d',
  })
  const { driver, sent } = vendor([unknownPerson, link])
  expect(await start(driver, person, 'link')).toEqual({
    kind: 'ok',
    value: {
      kind: 'handoff',
      handoff: {
        kind: 'webUrl',
        url: 'https://test.essurl.cn/RTo2',
        qrImage: 'data:image/png;base64,27',
        singleUse: false,
        expiresAt: 1_713_080_196_000,
      },
      refs: {},
    },
  })
  const body = bodyOf(sent[1] ?? never())
  expect(body).toMatchObject({ Endpoint: 'HTTP_SHORT_URL', UserData: userData })
  expect(body).not.toHaveProperty('AutoJumpBack')
})

test('without name and number nobody can be asked about, and the page asks for them', async () => {
  const { driver, sent } = vendor([personLink])
  await start(driver, {
    ...person,
    name: undefined,
    idNumber: undefined,
    contact: { type: 'email', value: 'a@b.cn' },
  })
  expect(sent.map(bodyOf)).toEqual([{ Operator, Endpoint: 'APP', AutoJumpBack: true, UserData: userData }])
})

test('who is verified already gets no link', async () => {
  const known = vendor([json({ VerifyStatus: true })])
  expect(await start(known.driver, person)).toEqual({
    kind: 'ok',
    value: { kind: 'already', rawStatus: 'VerifyStatus=true' },
  })
  const knownToo = vendor([json({ IsVerified: true, AuthStatus: 2 })])
  expect(await start(knownToo.driver, organization)).toEqual({
    kind: 'ok',
    value: { kind: 'already', rawStatus: 'AuthStatus=2' },
  })
  expect([...known.sent, ...knownToo.sent]).toHaveLength(2)
})

test('a refusal to say who is known ends no start; a package that is used up does', async () => {
  const refused = refusal('ResourceNotFound')
  expect(await start(vendor([refused, personLink]).driver, person)).toMatchObject({ value: { handoff } })
  const link = organizationLink('pages/x')
  expect(await start(vendor([refused, link]).driver, organization)).toMatchObject({ value: { refs: {} } })
  const used = vendor([refusal('LimitExceeded')])
  expect(await start(used.driver, organization)).toMatchObject({ kind: 'misconfigured' })
  expect(used.sent).toHaveLength(1)
})

test('a link into another mini-program than that of our environment is not followed', async () => {
  const other = json({ UserVerifyUrl: personPath, MiniAppId: 'wxa023b292fd19d41d' })
  const { driver } = vendor([unknownPerson, other])
  expect(await start(driver, person)).toEqual({
    kind: 'misconfigured',
    code: 'MINI_APP_ID',
    detail: 'the link is for another mini-program: ESS_ENVIRONMENT does not fit the key',
  })
  const silent = vendor([unknownPerson, json({ UserVerifyUrl: personPath })])
  expect(await start(silent.driver, person)).toMatchObject({ kind: 'ok' })
})

test('production has its own mini-program; half screen is the operator’s choice', async () => {
  const changes = { environment: 'production', halfScreen: true } as const
  const production = json({ UserVerifyUrl: personPath, MiniAppId: 'wxa023b292fd19d41d' })
  const { driver } = vendor([unknownPerson, production], changes)
  expect(await start(driver, person)).toMatchObject({
    value: { handoff: { ...handoff, appId: 'wxa023b292fd19d41d', embedded: true } },
  })
})

test.each([
  ['an escaped path', 'pages/x?a=1\\u0026b=2', 'ESCAPED', 'a link came with its characters escaped'],
  ['no path', '', 'INCOMPLETE', 'success without a link'],
])('%s leads nowhere', async (_what, link, code, detail) => {
  const failure = { kind: 'indeterminate', code, detail }
  expect(await start(vendor([unknownPerson, json({ UserVerifyUrl: link })]).driver, person)).toEqual(failure)
  const { driver } = vendor([unknownOrganization, organizationLink(link)])
  expect(await start(driver, organization)).toEqual(failure)
})

test('a link without an end has none', async () => {
  const { driver } = vendor([unknownOrganization, json({ AuthUrl: 'https://test.essurl.cn/x' })])
  expect(await start(driver, organization, 'link')).toMatchObject({ value: { handoff: { expiresAt: null } } })
})

test('who cannot be asked about now is not sent anywhere', async () => {
  const busy = refusal('InternalError')
  for (const who of [person, organization]) {
    const { driver, sent } = vendor([busy, busy, busy])
    expect(await start(driver, who)).toMatchObject({ kind: 'transient', code: 'InternalError' })
    expect(new Set(actionsOf(sent)).size).toBe(1)
  }
})

test('a refused link of an organization is a refusal', async () => {
  const { driver } = vendor([unknownOrganization, refusal('FailedOperation')])
  expect(await start(driver, organization)).toMatchObject({ kind: 'rejected', code: 'FailedOperation' })
})

test('notices are read with our token and key', () => {
  const notice = { body: Buffer.from('{"encrypt":"x"}'), headers: {}, query: {} }
  expect(vendor([]).driver.readNotice(notice)).toMatchObject({ kind: 'refused' })
})

const organizationLink = (AuthUrl: string) => json({ AuthUrl, ExpiredTime: 1_800_000_000 })

test('an organization: all that is known goes along, brackets as on its licence', async () => {
  const { driver, sent } = vendor([
    unknownOrganization,
    organizationLink('pages/guide/index?to=R&shortKey=y'),
  ])
  expect(await start(driver, organization)).toEqual({
    kind: 'ok',
    value: {
      kind: 'handoff',
      handoff: { ...handoff, path: 'pages/guide/index?to=R&shortKey=y' },
      refs: {},
    },
  })
  expect(sent.map(bodyOf)).toEqual([
    { Operator, UniformSocialCreditCode: '91110000MA0123456P' },
    {
      Operator,
      OrganizationName: '示例（北京）有限公司',
      UniformSocialCreditCode: '91110000MA0123456P',
      LegalName: '王小二',
      AdminName: '李小四',
      AdminMobile: '13800138000',
      Endpoint: 'APP',
      JumpEvents: [
        { JumpEventType: 1, JumpUrl: 'true' },
        { JumpEventType: 2, JumpUrl: 'true' },
        { JumpEventType: 3, JumpUrl: 'true' },
      ],
      UserData: userData,
    },
  ])
})

test('an organization of which little is known, by a link that lasts thirty days', async () => {
  const { driver, sent } = vendor([unknownOrganization, organizationLink('https://test.essurl.cn/x')])
  const email = { contact: { type: 'email', value: 'a@example.com' } as const }
  expect(
    await start(
      driver,
      { name: '示例(北京)有限公司', registerNumber: '110000000000000', applicant: email },
      'link',
    ),
  ).toMatchObject({
    value: { handoff: { kind: 'webUrl', url: 'https://test.essurl.cn/x', expiresAt: 1_800_000_000_000 } },
  })
  expect(sent.map(bodyOf)).toEqual([
    { Operator, OrganizationName: '示例（北京）有限公司' },
    { Operator, OrganizationName: '示例（北京）有限公司', Endpoint: 'SHORT_URL', UserData: userData },
  ])
})

const ask = (driver: Driver, question: Partial<Question>) =>
  driver.query({ refs: {}, ...question } as Question)
const askPerson = { subject: 'person', contact, name: '张小三', idNumber: '110101199001010015' } as const

test.each([
  [true, { standing: 'verified', assurance: 'account', rawStatus: 'VerifyStatus=true' }],
  [false, { standing: 'unproven', assurance: null, rawStatus: 'VerifyStatus=false' }],
  [undefined, { standing: 'unproven', assurance: null, rawStatus: 'VerifyStatus=false' }],
])('a person with VerifyStatus %s', async (VerifyStatus, value) => {
  const { driver } = vendor([json({ VerifyStatus })])
  expect(await ask(driver, askPerson)).toEqual({ kind: 'ok', value })
})

test.each(['name', 'idNumber'] as const)('a person without %s is not asked about', async missing => {
  const { driver, sent } = vendor([])
  expect(await ask(driver, { ...askPerson, [missing]: undefined })).toMatchObject({
    kind: 'ok',
    value: { standing: 'unproven', assurance: null },
  })
  expect(sent).toEqual([])
})

const askOrganization = { subject: 'organization', name: '示例（北京）有限公司' } as const
const turnedDown = { AuthStatus: 1, AuthRecords: [{ AuditStatus: 2, Reason: '未盖公章' }] }

test.each([
  [{ AuthStatus: 0 }, { standing: 'unproven', assurance: null, rawStatus: 'AuthStatus=0' }],
  [{ AuthStatus: 1 }, { standing: 'started', assurance: null, rawStatus: 'AuthStatus=1' }],
  [
    { AuthStatus: 1, AuthRecords: [{ AuditStatus: 3 }] },
    { standing: 'reviewing', assurance: null, rawStatus: 'AuthStatus=1,AuditStatus=3' },
  ],
  [
    turnedDown,
    {
      standing: 'rejected',
      reason: 'authorizationLetter',
      assurance: null,
      rawStatus: 'AuthStatus=1,AuditStatus=2',
    },
  ],
  [{ AuthStatus: 2 }, { standing: 'verified', assurance: 'account', rawStatus: 'AuthStatus=2' }],
])('an organization with %j', async (answer, value) => {
  const { driver, sent } = vendor([json(answer)])
  expect(await ask(driver, askOrganization)).toEqual({ kind: 'ok', value })
  expect(sent.map(bodyOf)).toEqual([{ Operator, OrganizationName: '示例（北京）有限公司' }])
})

test('a letter that was turned down before an attempt began does not end that attempt', async () => {
  const { driver } = vendor([
    json(turnedDown),
    organizationLink('pages/x'),
    json(turnedDown),
    json(turnedDown),
  ])
  const started = await start(driver, organization)
  if (started.kind !== 'ok' || started.value.kind !== 'handoff') throw new Error('expected a handoff')
  const { refs } = started.value
  expect(await ask(driver, { ...askOrganization, refs })).toMatchObject({ value: { standing: 'started' } })
  expect(await ask(driver, askOrganization)).toMatchObject({ value: { standing: 'rejected' } })
})

test('a package that is used up is the operator’s to mend, not the verdict on a person', async () => {
  const code = 'FailedOperation.BalanceNotEnough'
  expect(await start(vendor([refusal(code)]).driver, person)).toMatchObject({
    kind: 'misconfigured',
    code: `QUOTA:${code}`,
  })
  expect(await ask(vendor([refusal(code)]).driver, askPerson)).toMatchObject({ kind: 'misconfigured' })
})

test('what the vendor said about a person is nobody’s to read', async () => {
  const { driver } = vendor([unknownPerson, refusal('FailedOperation', '张小三 13800138000')])
  const outcome = await start(driver, person)
  expect(outcome).toMatchObject({ kind: 'rejected', code: 'FailedOperation' })
  expect(JSON.stringify(outcome)).not.toMatch(/张小三|138/)
})

function never(): never {
  throw new Error('nothing was sent')
}

test('a company is found by its code whatever name came with it, so it is asked about by name as well', async () => {
  const verified = json({ IsVerified: true, AuthStatus: 2 })
  const query = (answers: Prepared[]) => {
    const { driver, sent } = vendor(answers)
    const { name, registerNumber } = organization
    const outcome = driver.query({ subject: 'organization', name, registerNumber, refs: {} })
    return outcome.then(value => ({ value, sent: sent.map(bodyOf) }))
  }
  const both = await query([verified, verified])
  expect(both.value).toEqual({
    kind: 'ok',
    value: { standing: 'verified', assurance: 'account', rawStatus: 'AuthStatus=2' },
  })
  expect(both.sent.map(each => Object.keys(each).filter(key => key !== 'Operator'))).toEqual([
    ['UniformSocialCreditCode'],
    ['OrganizationName'],
  ])
  expect((await query([verified, json({ AuthStatus: 0 })])).value).toMatchObject({
    value: { elsewhere: true },
  })
  expect((await query([verified, refusal('ResourceNotFound')])).value).toMatchObject({
    value: { elsewhere: true },
  })
  expect((await query([json({ AuthStatus: 1 })])).value).toMatchObject({ value: { standing: 'started' } })
})

test('what is not said of the name is not said at all; a refusal there makes it known from elsewhere', async () => {
  const verified = json({ IsVerified: true, AuthStatus: 2 })
  const busy = refusal('InternalError')
  const { name, registerNumber } = organization
  const query = (answers: Prepared[]) =>
    vendor(answers).driver.query({ subject: 'organization', name, registerNumber, refs: {} })
  expect(await query([verified, busy, busy, busy])).toMatchObject({ kind: 'transient' })
  expect(await query([verified, refusal('ResourceNotFound')])).toMatchObject({
    kind: 'ok',
    value: { standing: 'verified', elsewhere: true },
  })
  expect(await query([busy, busy, busy])).toMatchObject({ kind: 'transient' })
})
