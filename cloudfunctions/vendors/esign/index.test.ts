import type { OrganizationFields, PersonFields } from '../../domain/verification'
import type { Question, StartRequest } from '../driver'
import type { EsignOptions } from '.'
import { bodyOf, gateway, now, type Prepared, refusal, success, vendor } from './test-support'

const contact = { type: 'mobile', value: '13800138000' } as const
const bare: PersonFields = { contact, idType: 'residentId', mode: 'any' }
const full: PersonFields = {
  contact,
  name: '测试员甲',
  idType: 'residentId',
  idNumber: '110101199001010015',
  bankNumber: '6222000000000000',
  bankMobile: '13800138001',
  mode: 'bankCard',
  fallbackModes: ['threeFactor', 'face', 'alipay', 'manualReview', 'bankCard'],
}
const company: OrganizationFields = {
  name: '测试甲有限公司',
  registerNumber: '91110000MA0TEA001C',
  legalPerson: '测试员乙',
  applicant: { name: '测试员甲', contact },
}
const reference = 'v_0123456789abcdef0123456789abcdef_1'
const noticeUrl = 'https://callback.example/esign/v_1/1/secret'

const v2Answer = success({ flowId: '803719636976683872', shortLink: 'https://t/s', url: 'https://h/l?a=1' })
const v3Answer = success({ authFlowId: 'OF-1', authUrl: 'https://h/l', authShortUrl: 'https://t/s' })

async function start(
  subject: { person: PersonFields } | { organization: OrganizationFields },
  changes: Partial<EsignOptions> & { way?: 'app' | 'link'; answer?: Prepared } = {},
) {
  const { way = 'app', answer, ...options } = changes
  const { driver, sent } = vendor([answer ?? (options.product === 'v3' ? v3Answer : v2Answer)], options)
  const who =
    'person' in subject ? { subject: 'person', ...subject } : { subject: 'organization', ...subject }
  const outcome = await driver.start({ ...who, way, reference, noticeUrl } as StartRequest)
  return { outcome, sent, path: new URL(sent[0]?.url ?? '').pathname, body: bodyOf(sent[0]) }
}
const v3 = { product: 'v3' } as const

describe('v2', () => {
  test('a person, as bare as can be: the way into the mini-program', async () => {
    const { outcome, path, body, sent } = await start({ person: bare })
    expect(path).toBe('/v2/identity/auth/web/indivAuthUrl')
    expect(body).toEqual({
      contextInfo: { contextId: reference, notifyUrl: noticeUrl },
      indivInfo: { certType: 'INDIVIDUAL_CH_IDCARD', mobileNo: '13800138000' },
    })
    expect(sent[0]?.headers['x-tsign-dns-app-id']).toBe('7438000001')
    expect(outcome).toEqual({
      kind: 'ok',
      value: {
        kind: 'handoff',
        handoff: {
          kind: 'miniProgram',
          appId: 'wx1cf2708c2de46337',
          path: '/pages/index/index',
          extraData: {
            requestObj: { flowId: '803719636976683872', type: 'REALNAME', env: 'sml' },
            callbackObj: { reference },
          },
          envVersion: 'release',
          embedded: false,
        },
        refs: { flowId: '803719636976683872' },
      },
    })
  })

  test('in production the mini-program is entered as such', async () => {
    const { outcome } = await start({ person: bare }, { environment: 'production' })
    expect(outcome).toMatchObject({ value: { handoff: { extraData: { requestObj: { env: 'prod' } } } } })
  })

  test('every field goes where the documentation says; what the page has no way for is left out', async () => {
    const { body } = await start({ person: { ...full, editableFields: ['bankNumber'] } })
    expect(body).toEqual({
      authType: 'PSN_BANK4_AUTHCODE',
      availableAuthTypes: ['PSN_BANK4_AUTHCODE', 'PSN_TELECOM_AUTHCODE', 'PSN_FACEAUTH_BYURL'],
      contextInfo: { contextId: reference, notifyUrl: noticeUrl },
      indivInfo: {
        certType: 'INDIVIDUAL_CH_IDCARD',
        name: '测试员甲',
        certNo: '110101199001010015',
        mobileNo: '13800138001',
        bankCardNo: '6222000000000000',
      },
      configParams: { indivUneditableInfo: ['name', 'certNo', 'mobileNo'] },
    })
  })

  test.each([
    [undefined, undefined],
    [[], { indivUneditableInfo: ['name'] }],
    [['idNumber'], { indivUneditableInfo: ['name'] }],
    [['name'], { indivUneditableInfo: [] }],
  ] as const)(
    'with editableFields %j what was prefilled is locked, and nothing else',
    async (editableFields, config) => {
      const person = {
        ...bare,
        name: '测试员甲',
        ...(editableFields && { editableFields: [...editableFields] }),
      }
      expect((await start({ person })).body.configParams).toEqual(config)
    },
  )

  test.each([
    ['any', undefined],
    ['threeFactor', 'PSN_TELECOM_AUTHCODE'],
    ['bankCard', 'PSN_BANK4_AUTHCODE'],
    ['face', 'PSN_FACEAUTH_BYURL'],
    ['alipay', undefined],
  ] as const)('mode %s', async (mode, authType) => {
    const { body } = await start({ person: { ...bare, mode } })
    expect(body.authType).toBe(authType)
    expect(body.availableAuthTypes).toEqual(authType && [authType])
  })

  test.each([
    ['residentId', 'INDIVIDUAL_CH_IDCARD'],
    ['passport', 'INDIVIDUAL_PASSPORT'],
    ['hkMacauPermit', 'INDIVIDUAL_CH_HONGKONG_MACAO'],
    ['taiwanPermit', 'INDIVIDUAL_CH_TWCARD'],
  ] as const)('document %s', async (idType, certType) => {
    expect((await start({ person: { ...bare, idType } })).body.indivInfo).toMatchObject({ certType })
  })

  test('an e-mail address has no place', async () => {
    const { body } = await start({ person: { ...bare, contact: { type: 'email', value: 'a@example.com' } } })
    expect(body.indivInfo).toEqual({ certType: 'INDIVIDUAL_CH_IDCARD' })
  })

  const link = {
    kind: 'webUrl',
    url: 'https://t/s',
    qrImage: 'data:image/png;base64,11',
    singleUse: false,
    expiresAt: now + 1 + 30 * 24 * 3_600_000,
  }
  test.each<[string, Parameters<typeof start>[0], 'app' | 'link', string]>([
    ['a person by link', { person: bare }, 'link', 'indivAuthUrl'],
    [
      'a person with an account, by link',
      { person: { ...bare, account: 'a-1' } },
      'link',
      'a-1/indivIdentityUrl',
    ],
    [
      'a person with an account, for whom no jump is documented',
      { person: { ...bare, account: 'a-1' } },
      'app',
      'a-1/indivIdentityUrl',
    ],
    ['an organization by link', { organization: company }, 'link', 'orgAuthUrl'],
    ['an organization, for which no jump is documented', { organization: company }, 'app', 'orgAuthUrl'],
  ])('%s: a link for any browser', async (_what, subject, way, end) => {
    const { outcome, path, sent } = await start(subject, { way })
    expect(path).toBe(`/v2/identity/auth/web/${end}`)
    expect(sent[0]?.headers).not.toHaveProperty('x-tsign-dns-app-id')
    expect(outcome).toMatchObject({ value: { handoff: link, refs: { flowId: '803719636976683872' } } })
  })

  test('without a short link the long one, which has no end', async () => {
    const answer = success({ flowId: '1', url: 'https://h/l?a=1' })
    const { outcome } = await start({ person: bare }, { way: 'link', answer })
    expect(outcome).toMatchObject({ value: { handoff: { url: 'https://h/l?a=1', expiresAt: null } } })
  })

  test('an organization: every field', async () => {
    const { body } = await start({
      organization: { ...company, editableFields: ['name', 'licence'], closeButton: false },
    })
    expect(body).toEqual({
      contextInfo: { contextId: reference, notifyUrl: noticeUrl },
      orgEntity: {
        name: '测试甲有限公司',
        certNo: '91110000MA0TEA001C',
        legalRepName: '测试员乙',
        agentName: '测试员甲',
      },
      configParams: { orgUneditableInfo: ['certNo', 'legalRepName'] },
    })
  })

  test.each([
    ['both accounts', 'o-1', 'a-1', 'o-1/orgIdentityUrl', 'a-1'],
    ['only its own', 'o-1', undefined, 'orgAuthUrl', undefined],
    ['only its applicant’s', undefined, 'a-1', 'orgAuthUrl', undefined],
  ])('an organization with %s', async (_what, account, agent, end, agentAccountId) => {
    const organization = { ...company, account, applicant: { ...company.applicant, account: agent } }
    const { path, body } = await start({ organization })
    expect(path).toBe(`/v2/identity/auth/web/${end}`)
    expect(body.agentAccountId).toBe(agentAccountId)
  })

  test('a flowId as a number stays whole', async () => {
    const body = '{"code":0,"data":{"flowId":803719636976683872,"shortLink":"https://t/s"}}'
    const { outcome } = await start({ person: bare }, { answer: { status: 200, body } })
    expect(outcome).toMatchObject({ value: { refs: { flowId: '803719636976683872' } } })
  })
})

describe('v3', () => {
  test('a person, as bare as can be', async () => {
    const { outcome, path, body, sent } = await start({ person: bare }, v3)
    expect(path).toBe('/v3/psn-auth-url')
    expect(body).toEqual({
      psnAuthConfig: { psnAccount: '13800138000', psnInfo: { psnIDCardType: 'CRED_PSN_CH_IDCARD' } },
      notifyUrl: noticeUrl,
      redirectConfig: { redirectUrl: 'wechat://back' },
    })
    expect(sent[0]?.headers).not.toHaveProperty('x-tsign-dns-app-id')
    expect(outcome).toMatchObject({
      value: {
        handoff: {
          kind: 'miniProgram',
          extraData: {
            requestObj: { flowId: 'OF-1', type: 'AUTH', env: 'sml' },
            callbackObj: { reference },
          },
        },
        refs: { authFlowId: 'OF-1' },
      },
    })
  })

  test('every field goes where the documentation says', async () => {
    const editableFields = ['name', 'idNumber', 'bankNumber', 'bankMobile'] as const
    const { body } = await start({ person: { ...full, editableFields: [...editableFields] } }, v3)
    expect(body.psnAuthConfig).toEqual({
      psnAccount: '13800138000',
      psnInfo: {
        psnName: '测试员甲',
        psnIDCardNum: '110101199001010015',
        psnIDCardType: 'CRED_PSN_CH_IDCARD',
        psnMobile: '13800138001',
        bankCardNum: '6222000000000000',
        psnIdentityVerify: true,
      },
      psnAuthPageConfig: {
        psnDefaultAuthMode: 'PSN_BANKCARD4',
        psnAvailableAuthModes: ['PSN_BANKCARD4', 'PSN_MOBILE3', 'PSN_FACE'],
        psnEditableFields: ['name', 'IDCardNum', 'bankCardNum', 'mobile'],
      },
    })
  })

  test.each(['name', 'idNumber'] as const)(
    'who is named by the %s alone must be that person',
    async field => {
      const { body } = await start({ person: { ...bare, [field]: full[field] } }, v3)
      expect(body.psnAuthConfig).toMatchObject({ psnInfo: { psnIdentityVerify: true } })
    },
  )

  test.each([
    ['any', undefined],
    ['threeFactor', 'PSN_MOBILE3'],
    ['bankCard', 'PSN_BANKCARD4'],
    ['face', 'PSN_FACE'],
    ['alipay', undefined],
  ] as const)('mode %s', async (mode, expected) => {
    const { body } = await start({ person: { ...bare, mode } }, v3)
    expect(body.psnAuthConfig).toMatchObject(
      expected
        ? { psnAuthPageConfig: { psnDefaultAuthMode: expected, psnAvailableAuthModes: [expected] } }
        : {},
    )
    if (!expected) expect(body.psnAuthConfig).not.toHaveProperty('psnAuthPageConfig')
  })

  test.each([
    ['residentId', undefined, 'CRED_PSN_CH_IDCARD'],
    ['passport', undefined, 'CRED_PSN_PASSPORT'],
    ['taiwanPermit', undefined, 'CRED_PSN_CH_TWCARD'],
    ['hkMacauPermit', 'H00000000', 'CRED_PSN_CH_HONGKONG'],
    ['hkMacauPermit', 'HM0000000', 'CRED_PSN_CH_HONGKONG'],
    ['hkMacauPermit', 'm00000000', 'CRED_PSN_CH_MACAO'],
  ] as const)('document %s %s', async (idType, idNumber, psnIDCardType) => {
    const { body } = await start({ person: { ...bare, idType, idNumber } }, v3)
    expect(body.psnAuthConfig).toMatchObject({ psnInfo: { psnIDCardType } })
  })

  test('a permit without its number may be of either place', async () => {
    const { body } = await start({ person: { ...bare, idType: 'hkMacauPermit' } }, v3)
    expect(body.psnAuthConfig).toEqual({ psnAccount: '13800138000' })
  })

  test('an account takes the place of the contact', async () => {
    const { body } = await start({ person: { ...bare, account: 'p-1' } }, v3)
    expect(body.psnAuthConfig).toEqual({
      psnId: 'p-1',
      psnInfo: { psnIDCardType: 'CRED_PSN_CH_IDCARD' },
    })
  })

  test('by link there is no way back, and the link ends', async () => {
    const { outcome, body } = await start({ person: bare }, { ...v3, way: 'link' })
    expect(body).not.toHaveProperty('redirectConfig')
    const thirtyDays = { url: 'https://t/s', expiresAt: now + 1 + 30 * 24 * 3_600_000 }
    expect(outcome).toMatchObject({ value: { handoff: { kind: 'webUrl', ...thirtyDays } } })
    const answer = success({ authFlowId: 'OF-1', authUrl: 'https://h/l' })
    const long = await start({ person: bare }, { ...v3, way: 'link', answer })
    expect(long.outcome).toMatchObject({ value: { handoff: { ...thirtyDays, url: 'https://h/l' } } })
  })

  test('an organization: every field, and the same jump', async () => {
    const organization = {
      ...company,
      editableFields: [
        'name' as const,
        'registerNumber' as const,
        'legalPerson' as const,
        'licence' as const,
      ],
    }
    const { outcome, path, body } = await start({ organization }, v3)
    expect(path).toBe('/v3/org-auth-url')
    expect(body).toEqual({
      orgAuthConfig: {
        orgName: '测试甲有限公司',
        orgInfo: {
          orgIDCardNum: '91110000MA0TEA001C',
          orgIDCardType: 'CRED_ORG_USCC',
          legalRepName: '测试员乙',
        },
        orgAuthPageConfig: { orgEditableFields: ['orgNum', 'legalRepName'] },
        transactorInfo: { psnAccount: '13800138000', psnInfo: { psnName: '测试员甲' } },
      },
      notifyUrl: noticeUrl,
      redirectConfig: { redirectUrl: 'wechat://back' },
    })
    expect(outcome).toMatchObject({ value: { handoff: { extraData: { requestObj: { type: 'AUTH' } } } } })
  })

  test('an organization with an older number, accounts, and nothing else', async () => {
    const { body } = await start(
      { organization: { name: '示例', registerNumber: '110000000000000', applicant: { contact } } },
      v3,
    )
    expect(body.orgAuthConfig).toMatchObject({
      orgInfo: { orgIDCardNum: '110000000000000', orgIDCardType: 'CRED_ORG_REGCODE' },
    })
    const known = { name: '示例', account: 'o-1', applicant: { contact, account: 'p-1' } }
    expect((await start({ organization: known }, v3)).body.orgAuthConfig).toEqual({
      orgId: 'o-1',
      transactorInfo: { psnId: 'p-1' },
    })
  })
})

test.each([
  ['v2', 30500152],
  ['v3', 1450005],
  ['v3', 1450006],
] as const)('%s: %d is an outcome', async (product, code) => {
  const already = { kind: 'ok', value: { kind: 'already', rawStatus: `code=${code}` } }
  for (const subject of [{ person: bare }, { organization: company }]) {
    expect((await start(subject, { product, answer: refusal(code) })).outcome).toEqual(already)
  }
})

test.each(['v2', 'v3'] as const)('%s: any other refusal of a start is one', async product => {
  for (const subject of [{ person: bare }, { organization: company }])
    for (const way of ['app', 'link'] as const) {
      const code = product === 'v2' ? 30500150 : 1450903
      const { outcome } = await start(subject, { product, way, answer: refusal(code) })
      expect(outcome).toMatchObject({ kind: 'rejected', code: String(code) })
      const lost = await start(subject, { product, way, answer: refusal(987654) })
      expect(lost.outcome).toMatchObject({ kind: 'indeterminate', code: '987654' })
    }
})

test.each(['v2', 'v3'] as const)(
  '%s: success without what is needed may have begun a flow',
  async product => {
    const answers = [{}, { url: 'https://h', authUrl: 'https://h' }, { flowId: '', authFlowId: null }]
    for (const answer of answers) {
      const { outcome } = await start({ person: bare }, { product, answer: success(answer) })
      expect(outcome).toMatchObject({
        kind: 'indeterminate',
        code: 'INCOMPLETE',
        detail: product === 'v2' ? 'success without a flowId' : 'success without an authFlowId and a link',
      })
      const link = await start({ person: bare }, { product, way: 'link', answer: success(answer) })
      expect(link.outcome).toMatchObject({ kind: 'indeterminate', code: 'INCOMPLETE' })
    }
    const linkless = success({ flowId: '1', authFlowId: 'OF-1' })
    const { outcome } = await start({ person: bare }, { product, way: 'link', answer: linkless })
    expect(outcome).toEqual({
      kind: 'indeterminate',
      code: 'INCOMPLETE',
      detail: `success without ${product === 'v2' ? 'a link and a flowId' : 'an authFlowId and a link'}`,
    })
  },
)

describe('questions', () => {
  const ask = async (
    answer: Prepared,
    question: Partial<Question> = {},
    changes: Partial<EsignOptions> = {},
  ) => {
    const { driver, sent } = vendor(
      Array.from({ length: 3 }, () => answer),
      changes,
    )
    const outcome = await driver.query({
      subject: 'person',
      contact,
      refs: { flowId: '803719636976683872' },
      ...question,
    } as Question)
    return { outcome, path: sent[0] && new URL(sent[0].url).pathname }
  }
  const passed = success({ flowStatus: 'SUCCESS', objectType: 'INDIVIDUAL' })
  const authorized = success({ authType: 'ORG', realNameStatus: 1, authorizedStatus: 1 })

  test('without an id nobody is asked', async () => {
    const { driver, sent } = vendor([])
    expect(await driver.query({ subject: 'person', contact, refs: {} })).toEqual({
      kind: 'ok',
      value: { standing: 'unproven', assurance: null, rawStatus: null },
    })
    expect(sent).toHaveLength(0)
  })

  test.each(['v2', 'v3'] as const)('the id tells the product, also where it is now %s', async product => {
    const flow = await ask(passed, {}, { product })
    expect(flow.path).toBe('/v2/identity/auth/api/common/803719636976683872/outline')
    expect(flow.outcome).toEqual({
      kind: 'ok',
      value: { standing: 'verified', assurance: 'attempt', rawStatus: 'flowStatus=SUCCESS' },
    })
    const organization = { subject: 'organization', name: '示例', refs: { authFlowId: 'OF-1' } } as const
    const authFlow = await ask(authorized, organization, { product })
    expect(authFlow.path).toBe('/v3/auth-flow/OF-1')
    expect(authFlow.outcome).toMatchObject({ value: { standing: 'verified', assurance: 'attempt' } })
  })

  test.each([
    [30500001, 'unproven', 'notFound'],
    [30500004, 'unproven', 'notFound'],
    [1450007, 'unproven', 'notFound'],
    [30500002, 'expired', 'code=30500002'],
    [30500003, 'expired', 'code=30500003'],
  ])('%d: %s', async (code, standing, rawStatus) => {
    expect((await ask(refusal(code))).outcome).toEqual({
      kind: 'ok',
      value: {
        standing,
        assurance: null,
        rawStatus,
        ...(rawStatus === 'notFound' && { unknown: true }),
      },
    })
  })

  test.each([
    [refusal(30500050), 'rejected', '30500050'],
    [refusal(987654), 'transient', '987654'],
    [refusal(30500000), 'transient', '30500000'],
    [gateway('无效的应用'), 'misconfigured', 'UNKNOWN_APP'],
    [success({ flowStatus: { a: 1 } }), 'transient', 'SHAPE'],
  ])('what says nothing about the flow says so', async (answer, kind, code) => {
    expect((await ask(answer)).outcome).toMatchObject({ kind, code })
  })

  test('the outline of a v3 flow, and of one that is unknown', async () => {
    const { driver } = vendor([authorized, refusal(1450007), refusal(30500003)])
    const refs = { authFlowId: 'OF-1' }
    expect(await driver.outline?.(refs)).toMatchObject({
      kind: 'ok',
      value: { subject: 'organization', state: 'passed', rawState: 'realNameStatus=1,authorizedStatus=1' },
    })
    expect(await driver.outline?.(refs)).toEqual({ kind: 'ok', value: null })
    expect(await driver.outline?.({ flowId: '1' })).toMatchObject({ kind: 'rejected', code: '30500003' })
  })
})

test('a notice is read with our secret', () => {
  const { driver } = vendor([])
  expect(driver.readNotice({ body: Buffer.from('{}'), headers: {}, query: {} })).toEqual({
    kind: 'refused',
    reason: 'there is no signature',
  })
})

test('the answer to a notice', () => {
  expect(vendor([]).driver.noticeAnswer).toEqual({
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: '{"code":"200","msg":"success"}',
  })
})
