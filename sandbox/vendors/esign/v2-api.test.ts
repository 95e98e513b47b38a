import {
  dataOf,
  ORG_PATH,
  ORGANIZATION,
  PERSON,
  PERSON_PATH,
  startTestSimulator,
  type TestSimulator,
} from './test-support'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

const start = async (body: unknown, path = PERSON_PATH, more: Record<string, string> = {}) =>
  (await simulator.api('POST', path, body, more)).body
const AGENT = { kind: 'person', name: '测试员甲', idNumber: '110101199001010015', mobile: '10020033001' }

describe('a start', () => {
  test.each([
    [PERSON_PATH, PERSON],
    [ORG_PATH, ORGANIZATION],
    [PERSON_PATH, {}],
    [ORG_PATH, {}],
  ])('by %s answers with the flow and its two links', async (path, body) => {
    const answer = await start(body, path)
    expect(answer).toEqual({
      code: 0,
      message: '成功',
      data: {
        flowId: expect.stringMatching(/^[1-9]\d{17}$/),
        shortLink: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/t\/[\w-]{24}$/),
        url: expect.stringMatching(
          /^http:\/\/127\.0\.0\.1:\d+\/identity\/index\?flowId=\d{18}&ctx=[\w-]{24}&appId=7438000001$/,
        ),
      },
    })
  })

  test('takes the published body with a name alone and an empty redirectUrl', async () => {
    const body = {
      indivInfo: { name: '张三', certType: 'INDIVIDUAL_CH_IDCARD' },
      contextInfo: { contextId: 'ctx-001', notifyUrl: 'https://example.com/esign/notify', redirectUrl: '' },
    }
    expect((await start(body)).code).toBe(0)
  })

  test('takes everything the documentation has for a person', async () => {
    const body = {
      authType: 'PSN_TELECOM_AUTHCODE',
      availableAuthTypes: ['PSN_BANK4_AUTHCODE', 'PSN_TELECOM_AUTHCODE', 'PSN_FACEAUTH_BYURL'],
      authAdvancedEnabled: ['PSN_BANK4_AUTHCODE'],
      receiveUrlMobileNo: '10020033001',
      contextInfo: {
        origin: 'APP',
        redirectUrl: 'https://example.com/?esignAppScheme=demo',
        showResultPage: false,
      },
      indivInfo: {
        certType: 'INDIVIDUAL_PASSPORT',
        certNo: 'E00000000',
        bankCardNo: '6200000000000000000',
        nationality: 'X',
      },
      configParams: { indivUneditableInfo: ['name', 'certNo', 'mobileNo', 'bankCardNo'] },
    }
    expect(await start(body)).toMatchObject({ code: 0 })
  })

  test.each(['PSN_FACEAUTH_BYURL,PSN_BANK4_AUTHCODE', '["PSN_FACEAUTH_BYURL","PSN_BANK4_AUTHCODE"]'])(
    'takes truths and lists as published clients write them: %s',
    async availableAuthTypes => {
      const body = { contextInfo: { showResultPage: 'false' }, availableAuthTypes }
      expect(await start(body)).toMatchObject({ code: 0 })
    },
  )

  test.each([
    ['an unknown key', { indivInfo: {}, person: {} }, 30500101, 'unknown key "person"'],
    ['repeatIdentity, which only accounts have', { repeatIdentity: false }, 30500101, 'unknown key'],
    ['a text for an object', { indivInfo: 'x' }, 30500101, 'indivInfo must be an object'],
    ['null', { authType: null }, 30500101, 'authType must be one of'],
    [
      'an empty text',
      { contextInfo: { contextId: '' } },
      30500101,
      'contextInfo.contextId must not be empty',
    ],
    ['a way that does not exist', { authType: 'PSN_FACE' }, 30500101, 'authType must be one of'],
    ['an object for a list', { availableAuthTypes: {} }, 30500101, 'must be an array'],
    ['a broken list as text', { availableAuthTypes: '["PSN_FACEAUTH_BYURL"' }, 30500101, 'must be an array'],
    ['a wrong name in a list as text', { availableAuthTypes: 'PSN_FACE' }, 30500101, 'must be one of'],
    [
      'another text for a truth',
      { contextInfo: { showResultPage: 'yes' } },
      30500101,
      'must be true or false',
    ],
    ['a name with blanks', { indivInfo: { name: '测试 员甲' } }, 30500116, 'indivInfo.name contains blanks'],
    ['a number with blanks', { indivInfo: { certNo: '110101 199001010015' } }, 30500116, 'contains blanks'],
    ['half a resident id', { indivInfo: { certNo: '1101011990' } }, 30500101, 'resident id of 18 characters'],
    ['a mobile number too short', { indivInfo: { mobileNo: '138' } }, 30500101, 'mobile number of 11 digits'],
    [
      'a notify address without scheme',
      { contextInfo: { notifyUrl: 'example.com/x' } },
      30500101,
      'http or https',
    ],
    [
      'a notify address with blanks',
      { contextInfo: { notifyUrl: 'http://example.com/a b' } },
      30500101,
      'blanks',
    ],
    ['origin APP without its scheme', { contextInfo: { origin: 'APP' } }, 30500101, 'esignAppScheme'],
    ['a body that is no object', [], 30500101, 'must be an object'],
    ['a body that is no JSON', '{', 30500101, 'not valid JSON'],
  ])('with %s is refused', async (_, body, code, reason) => {
    expect(await start(body)).toEqual({ code, message: expect.stringContaining(reason), data: null })
  })

  test('in another content type is refused', async () => {
    expect(await start(PERSON, PERSON_PATH, { 'content-type': 'text/plain' })).toMatchObject({
      code: 30500101,
    })
  })

  test.each([
    ['organizationType', { orgEntity: { organizationType: 3 } }],
    ['a person’s way', { authType: 'PSN_BANK4_AUTHCODE' }],
    ['an agent’s account', { agentAccountId: 'a' }],
  ])('of an organization with a wrong %s is refused', async (_, body) => {
    expect(await start(body, ORG_PATH)).toMatchObject({ code: 30500101 })
  })

  test.each([1, 2, 99, '1'])('of an organization of type %j passes', async organizationType => {
    expect(await start({ orgEntity: { organizationType } }, ORG_PATH)).toMatchObject({ code: 0 })
  })

  test('for a mini-program repeats the AppId in its header', async () => {
    expect(await start(PERSON, PERSON_PATH, { 'x-tsign-dns-app-id': '1' })).toMatchObject({ code: 30500101 })
    expect(await start(PERSON, PERSON_PATH, { 'x-tsign-dns-app-id': '7438000001' })).toMatchObject({
      code: 0,
    })
    const { body } = await simulator.control('GET', 'flows')
    expect(body.flows).toEqual([expect.objectContaining({ forMiniProgram: true })])
  })
})

describe('a start for an account', () => {
  const personPath = (id: string) => `/v2/identity/auth/web/${id}/indivIdentityUrl`
  const orgPath = (id: string) => `/v2/identity/auth/web/${id}/orgIdentityUrl`

  test('that does not exist, or is of the other kind, is refused', async () => {
    const organization = await simulator.account({ kind: 'organization' })
    for (const id of ['nobody', organization]) {
      expect(await start({}, personPath(id))).toEqual({
        code: 30500156,
        message: 'accountId不存在',
        data: null,
      })
    }
  })

  test('verifies the account, and then refuses only when told not to repeat', async () => {
    const id = await simulator.account(AGENT)
    const { flowId } = dataOf(await start({ repeatIdentity: false }, personPath(id)))
    await simulator.act(String(flowId), 'pass')
    expect(await start({ repeatIdentity: false }, personPath(id))).toEqual({
      code: 30500152,
      message: '该账号已实名',
      data: null,
    })
    expect(await start({ repeatIdentity: true }, personPath(id))).toMatchObject({ code: 0 })
    expect(await start({}, personPath(id))).toMatchObject({ code: 0 })
  })

  test('of an organization needs its agent’s account', async () => {
    const organization = await simulator.account({ kind: 'organization' })
    const agent = await simulator.account(AGENT)
    expect(await start({}, orgPath(organization))).toMatchObject({
      code: 30500100,
      message: '缺少参数：agentAccountId is required',
    })
    expect(await start({ agentAccountId: 'x' }, orgPath(organization))).toMatchObject({ code: 30500156 })
    expect(await start({ agentAccountId: agent }, orgPath(organization))).toMatchObject({ code: 0 })
  })

  test('of an organization that is verified is refused when told not to repeat', async () => {
    const organization = await simulator.account({ kind: 'organization', verified: true })
    const agentAccountId = await simulator.account(AGENT)
    const body = { agentAccountId, repeatIdentity: false }
    expect(await start(body, orgPath(organization))).toMatchObject({ code: 30500152 })
  })

  test('shows the accounts in the detail', async () => {
    const organization = await simulator.account({ kind: 'organization', orgName: '示例科技有限公司' })
    const agentAccountId = await simulator.account(AGENT)
    const { flowId } = dataOf(await start({ agentAccountId }, orgPath(organization)))
    expect(dataOf(await simulator.detail(String(flowId)))).toMatchObject({
      organInfo: { accountId: organization, name: '示例科技有限公司' },
      indivInfo: { accountId: agentAccountId, name: '测试员甲' },
    })
  })
})

describe('the detail', () => {
  test('of a flow that waits', async () => {
    const flowId = await simulator.person()
    expect(dataOf(await simulator.detail(flowId))).toEqual({
      flowId,
      status: 'INIT',
      objectType: 'INDIVIDUAL',
      startTime: 1700000000000,
      endTime: null,
      failReason: null,
      authType: null,
      agentAuthType: null,
      contextId: 'ctx-001',
      url: expect.stringContaining(flowId),
      shortLink: expect.stringContaining('/t/'),
      organInfo: null,
      indivInfo: {
        accountId: null,
        name: '测试员甲',
        certNo: '110101199001010015',
        certType: 'INDIVIDUAL_CH_IDCARD',
        nationality: null,
        mobileNo: '10020033001',
        bankCardNo: null,
        facePhotoUrl: null,
        facePhotoAllUrl: null,
        similarity: null,
        livingScore: null,
        faceVideoUrl: null,
        faceType: null,
        idCardFrontPicUrl: null,
        idCardBackPicUrl: null,
      },
    })
  })

  test('of an organization that passed names both ways', async () => {
    const flowId = await simulator.organization()
    await simulator.act(flowId, 'pass')
    expect(dataOf(await simulator.detail(flowId))).toMatchObject({
      status: 'SUCCESS',
      endTime: 1700000000000,
      authType: 'ORGANIZATION_TRANSFER_RANDOM_AMOUNT',
      agentAuthType: 'FACEAUTH_TECENT_CLOUD',
      organInfo: {
        accountId: null,
        name: '示例科技有限公司',
        certNo: '91110000MA0123456P',
        certType: 'ORGANIZATION_USC_CODE',
        legalRepName: '测试法人',
        legalRepNationality: 'MAINLAND',
        legalRepCertNo: null,
        legalRepCertType: null,
      },
    })
  })

  test('of an unknown flow is refused', async () => {
    expect(await simulator.detail('803719636976683872')).toEqual({
      code: 30500004,
      message: '流程不存在',
      data: null,
    })
  })
})
