import {
  dataOf,
  ORG_LINK,
  PSN_LINK,
  startTestSimulator,
  type TestSimulator,
  V3_ORGANIZATION,
  V3_PERSON,
} from './test-support'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

const start = async (body: unknown, path = PSN_LINK) => (await simulator.api('POST', path, body)).body
const authFlow = async (id: string) => dataOf(await simulator.authFlow(id))
const AUTHORIZE = { authorizeConfig: { authorizedScopes: ['get_psn_identity_info'] } }
const ORG_AUTHORIZE = { authorizeConfig: { authorizedScopes: ['get_org_identity_info'] } }

describe('a start', () => {
  test.each([
    [PSN_LINK, V3_PERSON],
    [PSN_LINK, { psnAuthConfig: {} }],
    [ORG_LINK, V3_ORGANIZATION],
    [ORG_LINK, { orgAuthConfig: {} }],
  ])('by %s answers with the flow and its two links', async (path, body) => {
    expect(await start(body, path)).toEqual({
      code: 0,
      message: '成功',
      data: {
        authFlowId: expect.stringMatching(/^OF-[0-9a-f]{32}$/),
        authUrl: expect.stringMatching(
          /\/auth\/h5\/index\?authFlowId=OF-[0-9a-f]{32}&clientType=ALL&appId=7438000001$/,
        ),
        authShortUrl: expect.stringMatching(/\/t\/[\w-]{24}$/),
      },
    })
  })

  test('takes everything the documentation has for an organization', async () => {
    const body = {
      orgAuthConfig: {
        orgName: '示例科技有限公司',
        orgInfo: {
          legalRepIDCardNum: '110101199001010023',
          legalRepIDCardType: 'CRED_PSN_CH_IDCARD',
          orgBankAccountNum: '620',
        },
        orgAuthPageConfig: {
          orgDefaultAuthMode: 'ORG_LEGALREP_INVOLVED',
          orgAvailableAuthModes: ['ORG_BANK_TRANSFER', 'ORG_LEGALREP_INVOLVED'],
          orgEditableFields: ['orgNum', 'legalRepName', 'orgBankAccountNum'],
        },
        transactorInfo: { psnAccount: 'someone@example.test', psnInfo: { psnIdentityVerify: true } },
        transactorAuthPageConfig: { psnDefaultAuthMode: 'PSN_MOBILE3', advancedVersion: ['PSN_MOBILE3'] },
      },
      authorizeConfig: {
        authorizedScopes: ['get_org_identity_info', 'org_initiate_sign', 'psn_initiate_sign'],
      },
      redirectConfig: { redirectUrl: 'wechat://back', redirectDelayTime: '3' },
      clientType: 'H5',
      appScheme: 'esign://demo/realBack',
      notifyUrl: 'https://example.test/notify?a=1',
      transactorUseSeal: true,
      orgIdentityVerify: true,
    }
    expect(await start(body, ORG_LINK)).toMatchObject({ code: 0 })
  })

  test.each([
    ['nothing', {}, 1450001, '缺少参数：psnAuthConfig is required'],
    ['an unknown key', { psnAuthConfig: {}, x: 1 }, 1450002, 'unknown key "x"'],
    ['a text for an object', { psnAuthConfig: 'x' }, 1450002, 'psnAuthConfig must be an object'],
    [
      'both handles',
      { psnAuthConfig: { psnAccount: '10020033001', psnId: 'a' } },
      1450002,
      'only one of them',
    ],
    [
      'an account that is neither mobile nor e-mail',
      { psnAuthConfig: { psnAccount: 'x' } },
      1450003,
      'mobile number or an e-mail',
    ],
    ['half a resident id', { psnAuthConfig: { psnInfo: { psnIDCardNum: '1101' } } }, 1450003, 'resident id'],
    [
      'a delay as number',
      { psnAuthConfig: {}, redirectConfig: { redirectDelayTime: 3 } },
      1450002,
      'must be a string',
    ],
    [
      'a delay that is no number',
      { psnAuthConfig: {}, redirectConfig: { redirectDelayTime: 'soon' } },
      1450002,
      'seconds',
    ],
    [
      'a mode of v2',
      { psnAuthConfig: { psnAuthPageConfig: { psnDefaultAuthMode: 'PSN_FACEAUTH_BYURL' } } },
      1450002,
      'must be one of',
    ],
    [
      'a scope of organizations',
      { psnAuthConfig: {}, authorizeConfig: { authorizedScopes: ['org_initiate_sign'] } },
      1450002,
      'must be one of',
    ],
    ['a client in lower case', { psnAuthConfig: {}, clientType: 'h5' }, 1450002, 'clientType must be one of'],
    [
      'an address without scheme',
      { psnAuthConfig: {}, redirectConfig: { redirectUrl: 'example.test' } },
      1450002,
      'with its scheme',
    ],
    ['a psnId nobody has', { psnAuthConfig: { psnId: 'nobody' } }, 1450008, '未找到用户信息'],
  ])('with %s is refused', async (_, body, code, reason) => {
    expect(await start(body)).toEqual({ code, message: expect.stringContaining(reason), data: null })
  })

  test.each([
    [{}, 1450001],
    [{ orgAuthConfig: { orgName: 'a', orgId: 'b' } }, 1450002],
    [{ orgAuthConfig: { orgId: 'nobody' } }, 1450008],
    [{ orgAuthConfig: { orgInfo: { orgIDCardType: 'CRED_ORG_CODE' } } }, 1450002],
    [{ orgAuthConfig: { transactorInfo: { psnId: 'nobody' } } }, 1450008],
  ])('of an organization with %j is refused as %i', async (body, code) => {
    expect(await start(body, ORG_LINK)).toMatchObject({ code })
  })

  test('with the same parameters within 30 days brings the same flow, while it is open', async () => {
    const first = await simulator.v3Person()
    expect(await simulator.v3Person()).toBe(first)
    await simulator.passTime(30 * 24 * 3_600_000 + 1)
    expect(await simulator.v3Person()).not.toBe(first)
  })
})

describe('a person who is verified already', () => {
  test('is refused in real-name mode, by account and by id number', async () => {
    await simulator.act(await simulator.v3Person(), 'pass')
    const refusal = { code: 1450005, message: '个人用户已实名', data: null }
    expect(await start(V3_PERSON)).toEqual(refusal)
    expect(await start({ psnAuthConfig: { psnInfo: { psnIDCardNum: '110101199001010015' } } })).toEqual(
      refusal,
    )
    expect(await start({ psnAuthConfig: { psnAccount: '10020033002' } })).toMatchObject({ code: 0 })
  })

  test('may authorize, and only has to agree', async () => {
    await simulator.act(await simulator.v3Person(), 'pass')
    const id = await simulator.v3Person({ ...V3_PERSON, ...AUTHORIZE })
    expect(await authFlow(id)).toMatchObject({
      realNameOrWillingness: 'none',
      realNameStatus: 1,
      authorizedStatus: 2,
    })
    await simulator.act(id, 'submit')
    expect(await authFlow(id)).toMatchObject({
      realNameOrWillingness: 'willingness',
      authorizedStatus: 1,
      authInfo: { willingnessAuthModes: 'CODE_SMS', psnAuthMode: null },
    })
  })

  test('under another name is refused when the caller wants that compared', async () => {
    await simulator.act(await simulator.v3Person(), 'pass')
    const psnInfo = { psnName: '测试员乙', psnIdentityVerify: true }
    const body = { psnAuthConfig: { psnAccount: '10020033001', psnInfo }, ...AUTHORIZE }
    expect(await start(body)).toMatchObject({
      code: 1450002,
      message: expect.stringContaining('传入的姓名和该用户在e签宝的个人信息不一致'),
    })
  })
})

describe('an organization that is verified already', () => {
  test('is refused in real-name mode', async () => {
    await simulator.act(await simulator.v3Organization(), 'pass')
    expect(await start(V3_ORGANIZATION, ORG_LINK)).toEqual({
      code: 1450006,
      message: '企业用户已实名',
      data: null,
    })
  })

  test('under another name is refused when the caller wants that compared', async () => {
    await simulator.act(await simulator.v3Organization(), 'pass')
    const orgAuthConfig = { orgName: '改名科技有限公司', orgInfo: { orgIDCardNum: '91110000MA0123456P' } }
    expect(await start({ orgAuthConfig, orgIdentityVerify: true }, ORG_LINK)).toMatchObject({ code: 1450002 })
    expect(await start({ orgAuthConfig }, ORG_LINK)).toMatchObject({ code: 0 })
  })

  test('authorizes through an agent, who has to verify first', async () => {
    await simulator.act(await simulator.v3Organization(), 'pass')
    const transactorInfo = {
      psnAccount: '10020033002',
      psnInfo: { psnName: '测试员乙', psnIDCardNum: '110101199001010023' },
    }
    const orgAuthConfig = { orgName: '示例科技有限公司', transactorInfo }
    const id = await simulator.v3Organization({ orgAuthConfig, ...ORG_AUTHORIZE })
    expect((await simulator.act(id, 'choose', { way: 'face' })).body).toMatchObject({ stage: 'person-form' })
    expect((await simulator.act(id, 'submit')).body).toMatchObject({ stage: 'authorize' })
    expect((await simulator.act(id, 'submit')).body).toMatchObject({ stage: 'passed' })
  })
})

describe('the flow', () => {
  test('that does not exist is refused, v2’s flows among them', async () => {
    const refusal = { code: 1450007, message: '授权流程id不存在', data: null }
    expect(await simulator.authFlow('OF-1')).toEqual(refusal)
    expect(await simulator.authFlow(await simulator.person())).toEqual(refusal)
  })

  test('of a new person has all documented fields', async () => {
    const id = await simulator.v3Person()
    expect(await authFlow(id)).toEqual({
      authFlowId: id,
      authType: 'PSN',
      realNameOrWillingness: 'none',
      realNameOrWillingnessFlowId: '0',
      realNameStatus: 0,
      authorizedStatus: 2,
      authUrl: expect.stringContaining(`authFlowId=${id}`),
      authInfo: {
        willingnessAuthModes: null,
        psnAuthMode: null,
        orgAuthMode: null,
        authFlowCreateTime: 1700000000000,
        authFlowUpdateTime: 1700000000000,
        person: null,
        organization: null,
      },
      authorizedInfo: null,
    })
  })

  test.each([
    ['face', 'PSN_FACE', {}],
    ['telecom', 'PSN_MOBILE3', {}],
    ['bankCard', 'PSN_BANKCARD4', { bankCard: '6200000000000000000' }],
  ])('of a person who passed by %s', async (way, mode, values) => {
    const id = await simulator.v3Person()
    await simulator.act(id, 'choose', { way })
    await simulator.act(id, 'submit', { values })
    expect(await authFlow(id)).toMatchObject({
      realNameOrWillingness: 'realName',
      realNameOrWillingnessFlowId: expect.stringMatching(/^\d{18}$/),
      realNameStatus: 1,
      authorizedStatus: 1,
      authInfo: {
        psnAuthMode: mode,
        person: {
          psnId: expect.stringMatching(/^[0-9a-f]{32}$/),
          psnAccount: { accountMobile: '10020033001', accountEmail: null },
          psnInfo: null,
          faceRecognitionInfo: { facePhotoUrl: null, similarityScore: null, livingScore: null },
        },
      },
      authorizedInfo: null,
    })
  })

  test('names the version with details', async () => {
    const psnAuthPageConfig = { psnDefaultAuthMode: 'PSN_MOBILE3', advancedVersion: ['PSN_MOBILE3'] }
    const id = await simulator.v3Person({ psnAuthConfig: { ...V3_PERSON.psnAuthConfig, psnAuthPageConfig } })
    await simulator.act(id, 'pass')
    expect(await authFlow(id)).toMatchObject({ authInfo: { psnAuthMode: 'PSN_MOBILE3_DETAILS' } })
  })

  test('with scopes tells who it is once they were granted, for 99 years', async () => {
    const id = await simulator.v3Person({ ...V3_PERSON, ...AUTHORIZE })
    await simulator.act(id, 'choose', { way: 'face' })
    await simulator.act(id, 'submit')
    expect(await authFlow(id)).toMatchObject({ realNameStatus: 1, authorizedStatus: 2, authorizedInfo: null })
    await simulator.act(id, 'submit')
    expect(await authFlow(id)).toMatchObject({
      authorizedStatus: 1,
      authInfo: { person: { psnInfo: { psnName: '测试员甲', psnIDCardNum: '110101199001010015' } } },
      authorizedInfo: [
        {
          authorizedScope: 'get_psn_identity_info',
          effectiveTime: 1700000000000,
          expireTime: Date.UTC(2122, 10, 14, 22, 13, 20),
        },
      ],
    })
  })

  test.each([
    ['transfer', 'ORG_BANK_TRANSFER', { amount: '0.01' }],
    ['legalAuthorize', 'ORG_LEGALREP_AUTHORIZATION', {}],
    ['legalRep', 'ORG_LEGALREP', {}],
    ['alipay', 'ORG_ALIPAY_CREDIT', {}],
  ])('of an organization that passed by %s', async (way, mode, more) => {
    const id = await simulator.v3Organization()
    await simulator.act(id, 'choose', { way: 'face' })
    await simulator.act(id, 'submit')
    await simulator.act(id, 'submit')
    await simulator.act(id, 'choose', { way })
    await simulator.act(id, 'submit', more)
    expect(await authFlow(id)).toMatchObject({
      authType: 'ORG',
      realNameStatus: 1,
      authInfo: {
        psnAuthMode: 'PSN_FACE',
        orgAuthMode: mode,
        organization: {
          orgId: expect.stringMatching(/^[0-9a-f]{32}$/),
          orgName: '示例科技有限公司',
          orgInfo: null,
        },
      },
    })
  })

  test('knows no failure: it stays open and can be tried again', async () => {
    const id = await simulator.v3Person()
    expect((await simulator.act(id, 'fail')).body).toMatchObject({ stage: 'person-way', flowStatus: 'ING' })
    expect(await authFlow(id)).toMatchObject({ realNameStatus: 0, authorizedStatus: 2 })
    await simulator.act(id, 'pass')
    expect(await authFlow(id)).toMatchObject({ realNameStatus: 1 })
  })

  test('that expired has the status 0', async () => {
    const flowId = await simulator.v3Person()
    await simulator.control('POST', 'expire', { flowId })
    expect(await authFlow(flowId)).toMatchObject({ realNameStatus: 0, authorizedStatus: 0 })
  })
})

describe('the identity query', () => {
  const person = async (query: string) =>
    (await simulator.api('GET', `/v3/persons/identity-info?${query}`)).body
  const org = async (query: string) => {
    const target = `/v3/organizations/identity-info?${query}`
    return (await simulator.api('GET', target, undefined, {}, encodeURI(target))).body
  }

  test('of a person nobody knows, or of nobody, is refused', async () => {
    expect(await person('psnAccount=10020033001')).toMatchObject({ code: 1450008 })
    expect(await person('')).toMatchObject({ code: 401 })
    expect(await person('psnIDCardType=CRED_PSN_CH_IDCARD')).toMatchObject({ code: 1450002 })
    expect(await person('psnIDCardNum=110101199001010015')).toMatchObject({ code: 1450002 })
  })

  test('tells the status, and data only when that was authorized', async () => {
    await simulator.act(await simulator.v3Person(), 'pass')
    const known = dataOf(await person('psnAccount=10020033001'))
    expect(known).toEqual({
      realnameStatus: 1,
      authorizeUserInfo: false,
      psnId: expect.stringMatching(/^[0-9a-f]{32}$/),
      psnAccount: null,
      psnInfo: null,
    })
    await simulator.act(
      await simulator.v3Person({ psnAuthConfig: { psnId: known.psnId }, ...AUTHORIZE }),
      'pass',
    )
    expect(await person('psnIDCardNum=110101199001010015&psnIDCardType=CRED_PSN_CH_IDCARD')).toMatchObject({
      data: { authorizeUserInfo: true, psnInfo: { psnName: '测试员甲' } },
    })
  })

  test('of an organization goes by its name too', async () => {
    await simulator.act(await simulator.v3Organization({ ...V3_ORGANIZATION, ...ORG_AUTHORIZE }), 'pass')
    expect(await org('orgName=示例科技有限公司')).toMatchObject({
      data: { realnameStatus: 1, authorizeUserInfo: true, orgInfo: { orgIDCardNum: '91110000MA0123456P' } },
    })
    expect(await org('orgName=别家有限公司')).toMatchObject({ code: 1450008 })
  })
})
