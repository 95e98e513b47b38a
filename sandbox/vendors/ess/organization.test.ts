import {
  CODES,
  COLLEAGUE,
  DAY_S,
  errorOf,
  type Json,
  NOW,
  PNG,
  row,
  startTestSimulator,
  type TestSimulator,
} from './test-support'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

const NAME = '示例单家科技有限公司'
const FACTS = {
  OrganizationName: NAME,
  UniformSocialCreditCode: CODES[2],
  LegalName: '王小二',
  AdminName: '李小四',
  AdminMobile: '13900000000',
}
const link = (more: Json = {}) =>
  simulator.api('CreateOrganizationAuthUrl', { ...FACTS, Endpoint: 'APP', ...more })
const idOf = async (name: string) => {
  const { body } = await simulator.control('GET', 'organizations')
  const list = body.organizations as { organizationName: string; authorizationId: string }[]
  return list.find(one => one.organizationName === name)?.authorizationId ?? ''
}

describe('the link of one organization', () => {
  test('lasts thirty days', async () => {
    expect(await link()).toEqual({
      AuthUrl: expect.stringMatching(/^pages\/guide\/index\?to=REGISTER_ENTERPRISE&shortKey=yD\w{18}$/),
      ExpiredTime: NOW / 1000 + 30 * DAY_S,
      RequestId: expect.any(String),
    })
  })

  test.each(['PC', 'SHORT_URL', 'H5', 'SHORT_H5'])('opens in a browser as %s', async Endpoint => {
    const { AuthUrl } = await link({ Endpoint })
    const page = await simulator.open(String(AuthUrl))
    expect(page.status).toBe(200)
    expect((await page.press('pass')).body).toEqual({ ok: true })
    expect(await simulator.statusOf(NAME)).toMatchObject({ IsVerified: true })
  })

  test('knows what is said of it', async () => {
    const more = {
      OrganizationAddress: '深圳市南山区1000号示例大厦',
      AuthorizationTypes: [2, 5],
      AuthorizationMethod: [1, 3],
      JumpEvents: [{ JumpEventType: 3, JumpUrl: 'true' }],
      UserData: 'YWJj',
      LegalNameSame: true,
      OrganizationNameSame: true,
      UniformSocialCreditCodeSame: true,
      BusinessLicense: PNG.toString('base64'),
    }
    const { AuthUrl } = await link(more)
    expect((await simulator.enter(String(AuthUrl))).markup).toContain(NAME)
  })

  test('is filled in on the page where nothing is known', async () => {
    const { AuthUrl } = await simulator.api('CreateOrganizationAuthUrl', { Endpoint: 'APP' })
    const page = await simulator.enter(String(AuthUrl))
    expect((await page.press('pass')).body).toEqual({ ok: true })
    expect(await simulator.statusOf('示例填写企业有限公司')).toMatchObject({ IsVerified: true })
  })

  test.each<[string, Json, string]>([
    ['an endpoint of the other family', { Endpoint: 'HTTP' }, 'InvalidParameter.EndPoint'],
    ['a way that only the batch has', { AuthorizationTypes: [1] }, 'InvalidParameter.AuthorizationType'],
    ['a way twice', { AuthorizationTypes: [2, 2] }, 'InvalidParameter.AuthorizationType'],
    ['a licence that is no picture', { BusinessLicense: 'AAAA' }, 'InvalidParameter.FileType'],
    [
      'an address to jump to in the mini program',
      { JumpEvents: [{ JumpEventType: 3, JumpUrl: 'https://a.example' }] },
      'InvalidParameter.JumpUrl',
    ],
    ['an unknown event', { JumpEvents: [{ JumpEventType: 4, JumpUrl: 'true' }] }, 'InvalidParameterValue'],
    ['user data that is not base64', { UserData: '序号' }, 'InvalidParameterValue'],
    ['user data of 4,100 characters', { UserData: 'YWJj'.repeat(1025) }, 'InvalidParameterValue'],
    ['a name with half-width brackets', { OrganizationName: '示例(北京)公司' }, 'InvalidParameterValue'],
    ['a wrong credit code', { UniformSocialCreditCode: '91350100M000100Y44' }, 'InvalidParameterValue'],
    ['a wrong mobile', { AdminMobile: '139' }, 'InvalidParameterValue'],
    ['a wrong id number', { AdminIdCardNumber: '1' }, 'InvalidParameterValue'],
    ['an address of 501 characters', { OrganizationAddress: '市'.repeat(501) }, 'InvalidParameterValue'],
    ['a flag in words', { LegalNameSame: 'true' }, 'InvalidParameter'],
    ['an unknown flag', { AddressTheSame: true }, 'UnknownParameter'],
    ['H5 without a name', { Endpoint: 'H5', OrganizationName: undefined }, 'MissingParameter'],
    [
      'H5 by another way than the licence',
      { Endpoint: 'SHORT_H5', AuthorizationMethod: [3] },
      'InvalidParameterValue',
    ],
    [
      'a letter with another way',
      { PowerOfAttorneys: [PNG.toString('base64')], AuthorizationTypes: [2] },
      'InvalidParameter.AuthorizationType',
    ],
    [
      'a letter without an administrator',
      { PowerOfAttorneys: [PNG.toString('base64')], AdminName: undefined },
      'MissingParameter',
    ],
  ])('is refused with %s', async (_, more, code) => {
    expect(errorOf(await link(more)).code).toBe(code)
  })
})

describe('the state of an organization', () => {
  test('is unknown when nobody was guided', async () => {
    expect(await simulator.statusOf('别家公司')).toEqual({
      IsVerified: false,
      AuthStatus: 0,
      AuthRecords: [],
      RequestId: expect.any(String),
    })
  })

  test('is asked by name or code', async () => {
    const answer = await simulator.api('DescribeOrganizationAuthStatus')
    expect(errorOf(answer).code).toBe('MissingParameter.OrgNameOrUniformSocialCreditCode')
    await link()
    await simulator.act(NAME, 'pass')
    for (const query of [
      { OrganizationName: NAME },
      { UniformSocialCreditCode: CODES[2] },
      { OrganizationName: NAME, LegalName: '王小二' },
    ]) {
      expect(await simulator.api('DescribeOrganizationAuthStatus', query)).toMatchObject({ AuthStatus: 2 })
    }
    const other = { OrganizationName: NAME, UniformSocialCreditCode: CODES[0] }
    expect(await simulator.api('DescribeOrganizationAuthStatus', other)).toMatchObject({ AuthStatus: 0 })
  })

  test('has an organization id only when it is verified', async () => {
    await link({ AuthorizationTypes: [5] })
    await simulator.act(NAME, 'review')
    expect(await simulator.statusOf(NAME)).not.toHaveProperty('OrganizationId')
    await simulator.act(NAME, 'pass')
    expect(await simulator.statusOf(NAME)).toMatchObject({
      OrganizationId: expect.stringMatching(/^yD\w{30}$/),
    })
  })
})

describe('a new letter', () => {
  const anew = (AuthorizationId: string, more: Json = {}) =>
    simulator.api('CreateModifyAdminAuthorizationUrl', { AuthorizationId, Endpoint: 'APP', ...more })

  test('is asked for when the letter was rejected', async () => {
    await link({ AuthorizationTypes: [5] })
    const id = await idOf(NAME)
    expect(errorOf(await anew(id)).code).toBe('FailedOperation')
    await simulator.act(NAME, 'rejectLetter')
    const { Url } = await anew(id)
    expect(Url).toBe(`pages/guide/index?to=REGISTER_ENTERPRISE_FOR_UPDATE_AUTH_FILE&AuthorizationId=${id}`)
    const page = await simulator.enter(String(Url))
    expect((await page.press('review')).body).toEqual({ ok: true })
    expect(await simulator.statusOf(NAME)).toMatchObject({ AuthRecords: [{ AuditStatus: 3 }] })
  })

  test.each(['HTTP', 'HTTP_SHORT_URL', 'PC'])('opens in a browser as %s, without an end', async Endpoint => {
    await link({ AuthorizationTypes: [5] })
    await simulator.act(NAME, 'rejectLetter')
    const { Url } = await anew(await idOf(NAME), { Endpoint })
    await simulator.passTime(300 * DAY_S * 1000)
    expect((await simulator.open(String(Url))).status).toBe(200)
  })

  test('may be asked for without naming the flow: the youngest whose letter was rejected', async () => {
    expect(errorOf(await simulator.api('CreateModifyAdminAuthorizationUrl')).code).toBe('FailedOperation')
    await link({ AuthorizationTypes: [5] })
    await simulator.act(NAME, 'rejectLetter')
    const { Url } = await simulator.api('CreateModifyAdminAuthorizationUrl', { Endpoint: 'APP' })
    expect(Url).toMatch(new RegExp(`AuthorizationId=${await idOf(NAME)}$`))
  })

  test('is refused for a flow that is unknown or deleted', async () => {
    expect(errorOf(await anew('yDunknown')).code).toBe('FailedOperation')
    await link()
    const id = await idOf(NAME)
    await simulator.api('DeleteOrganizationAuthorizations', { AuthorizationIds: [id] })
    expect(errorOf(await anew(id)).code).toBe('FailedOperation.AuthorizationInfoHasBeenDeleted')
  })
})

describe('cleaning up', () => {
  const remove = (parameters: Json) => simulator.api('DeleteOrganizationAuthorizations', parameters)
  const BY_ADMIN = { AdminName: '李小四', AdminMobile: '13900000000' }
  const SENTENCE = '当前操作人没有认证中的企业认证流'

  test('by administrator takes all that is unfinished', async () => {
    const rows = await simulator.batch([row(0), row(1), row(2)])
    await simulator.act('示例第3科技有限公司', 'pass')
    expect(await remove(BY_ADMIN)).toEqual({
      Status: 1,
      DeleteOrganizationAuthorizationInfos: [0, 1].map(index => ({
        AuthorizationId: expect.stringMatching(/^yD\w{30}$/),
        OrganizationName: rows[index]?.OrganizationName,
        Errormessage: '',
      })),
      RequestId: expect.any(String),
    })
    const TaskIds = rows.map(one => one.SubTaskId)
    expect(await simulator.api('DescribeBatchOrganizationRegistrationTasks', { TaskIds })).toMatchObject({
      Details: [{ TaskId: TaskIds[2] }],
    })
    expect((await simulator.control('GET', 'organizations')).body.organizations).toMatchObject([
      { deleted: true },
      { deleted: true },
      { deleted: false },
    ])
    expect(errorOf(await remove(BY_ADMIN))).toEqual({ code: 'FailedOperation', message: SENTENCE })
  })

  test('by ids says what was done of each', async () => {
    await simulator.batch([row(0), row(1)])
    await simulator.act('示例第2科技有限公司', 'pass')
    const [open, done] = [await idOf('示例第1科技有限公司'), await idOf('示例第2科技有限公司')]
    expect(
      await remove({ AuthorizationIds: [open, done, 'yDunknown'], AdminName: '没有用处' }),
    ).toMatchObject({
      Status: 2,
      DeleteOrganizationAuthorizationInfos: [
        { AuthorizationId: open, Errormessage: '' },
        { AuthorizationId: done, Errormessage: '认证流已结束，无法清理' },
        { AuthorizationId: 'yDunknown', Errormessage: SENTENCE },
      ],
    })
    expect(await remove({ AuthorizationIds: [done] })).toMatchObject({ Status: 3 })
  })

  test('is for the employee who made the flows', async () => {
    await simulator.batch()
    const id = await idOf('示例第1科技有限公司')
    for (const parameters of [BY_ADMIN, { AuthorizationIds: [id] }]) {
      expect(errorOf(await remove({ Operator: COLLEAGUE, ...parameters })).message).toBe(SENTENCE)
    }
  })

  test('demands ids or the whole administrator', async () => {
    expect(errorOf(await remove({ AdminName: '李小四' })).code).toBe('MissingParameter')
    expect(errorOf(await remove({ ...BY_ADMIN, AdminMobile: '1' })).code).toBe('InvalidParameter.Mobile')
  })

  test('leaves the row of its task with a sentence', async () => {
    const { TaskId } = await simulator.submit([row()], { BatchAuthMethod: 0, Endpoint: 'APP' })
    await simulator.passTime(3000)
    await remove(BY_ADMIN)
    expect(await simulator.urls(String(TaskId))).toMatchObject([
      { AuthUrl: '', ErrorMessage: '认证流已被清理' },
    ])
  })
})
