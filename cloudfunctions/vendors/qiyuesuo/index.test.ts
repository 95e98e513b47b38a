import type { HttpRequest, HttpResponse } from '../../platform/http'
import { createCaller } from '../call'
import type { ContractRequest, Question, StartRequest } from '../driver'
import { createQiyuesuo, type QiyuesuoOptions } from '.'

const now = 1_700_000_000_000
const noticeUrl = 'https://callback.example/qiyuesuo/secret'
const contact = { type: 'mobile', value: '13800138000' } as const
const person = { contact, idType: 'residentId', mode: 'any' } as const
const organization = { name: '测试甲有限公司', applicant: { contact } }

const json = (value: object): HttpResponse => ({ status: 200, body: JSON.stringify(value) })
const success = (result: object = {}) => json({ code: 0, result })
const refusal = (code: number) => json({ code, message: 'M' })

/** A vendor that gives these answers, one after the other, and remembers what it was asked. */
function vendor(answers: HttpResponse[], changes: Partial<QiyuesuoOptions> = {}) {
  const sent: HttpRequest[] = []
  const driver = createQiyuesuo({
    environment: 'test',
    baseUrl: 'https://vendor.example',
    appToken: 'testToken01',
    appSecret: 'testSecret0123456789abcdefghij',
    callbackKey: null,
    clock: () => now,
    call: createCaller({ retries: 0, firstPauseMs: 1 }),
    qrImage: async text => `picture of ${text}`,
    http: async request => {
      sent.push(request)
      const answer = answers.shift()
      if (!answer) throw new Error(`no answer to ${request.url}`)
      return answer
    },
    ...changes,
  })
  const asked = () => sent.map(({ method, url }) => `${method} ${url.replace('https://vendor.example', '')}`)
  return { driver, sent, asked }
}

async function start(changes: Partial<StartRequest>, answer: HttpResponse, environment?: 'production') {
  const { driver, sent, asked } = vendor([answer], environment && { environment })
  const request = { subject: 'person', person, way: 'app', noticeUrl, reference: 'v_1', ...changes }
  const outcome = await driver.start(request as StartRequest)
  return { outcome, sent, asked: asked() }
}
const company = { subject: 'organization', organization } as const

test.each([
  ['a person', {}, '/v2/personalauth/miniappexchange', 'personal-auth'],
  ['a company', company, '/companyauth/miniappexchange', 'enterprise-auth'],
])('%s gets a ticket for the page of the plugin, which says how it ends', async (_who, who, path, page) => {
  const { outcome, asked } = await start(who, success({ ticket: 'a/b' }))
  expect(asked).toEqual([`POST ${path}`])
  expect(outcome).toEqual({
    kind: 'ok',
    value: {
      kind: 'handoff',
      refs: {},
      handoff: {
        kind: 'plugin',
        url: `plugin://qyssdk-plugin/${page}?ticket=a%2Fb&env=cn&hasCb=true`,
        events: { authSuccessCb: 'passed', authFailCb: 'failed' },
        leaveEvent: 'jumpTo',
      },
    },
  })
})

test('the plugin is told the environment the ticket is of', async () => {
  const { outcome } = await start({}, success({ ticket: 't' }), 'production')
  expect(JSON.stringify(outcome)).toContain('env=com')
})

test.each([
  ['a person', {}, '/v2/personalauth', { authId: 28 }, { authId: '28' }, now + 300_000],
  ['a company', company, '/companyauth/h5page', { requestId: '29' }, { requestId: '29' }, null],
  ['a company without an id', company, '/companyauth/h5page', {}, {}, null],
])('%s gets a link, as a picture too', async (_who, who, path, ids, refs, expiresAt) => {
  const url = 'https://auth.qiyuesuo.cn/x'
  const { outcome, asked } = await start({ ...who, way: 'link' }, success({ authUrl: url, ...ids }))
  expect(asked).toEqual([`POST ${path}`])
  const handoff = { kind: 'webUrl', url, qrImage: `picture of ${url}`, singleUse: true, expiresAt }
  expect(outcome).toEqual({ kind: 'ok', value: { kind: 'handoff', handoff, refs } })
})

test('the licence of a company goes along as a file', async () => {
  const licence = { type: 'png', bytes: Buffer.from('picture') } as const
  const { asked, sent } = await start({ ...company, licence }, success({ ticket: 't' }))
  expect(asked).toEqual(['POST /companyauth/miniappexchangewithlicense'])
  expect(sent[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
  expect(String(sent[0]?.body)).toMatch(/filename="license\.png"[\s\S]*picture/)
})

test.each(['app', 'link'] as const)(
  'by %s: a company it has verified before needs nothing more',
  async way => {
    const { outcome } = await start({ ...company, way }, refusal(1605))
    expect(outcome).toEqual({ kind: 'ok', value: { kind: 'already', rawStatus: 'code=1605' } })
  },
)

test('that is said of companies alone, and a refusal is one for both', async () => {
  expect((await start({}, refusal(1605))).outcome).toMatchObject({ kind: 'rejected', code: '1605' })
  for (const way of ['app', 'link'] as const)
    for (const who of [{}, company])
      expect((await start({ ...who, way }, refusal(1101))).outcome).toMatchObject({
        kind: 'rejected',
        code: '1101',
      })
})

test.each([
  ['app', {}, 'a ticket'],
  ['app', { ticket: '' }, 'a ticket'],
  ['app', { ticket: { a: 1 } }, 'a ticket'],
  ['link', {}, 'a link'],
  ['link', { authUrl: '' }, 'a link'],
  ['link', { authUrl: 5 }, 'a link'],
] as const)('by %s: success with %j may have begun something', async (way, result, what) => {
  for (const who of [{}, company])
    expect((await start({ ...who, way }, success(result))).outcome).toEqual({
      kind: 'indeterminate',
      code: 'INCOMPLETE',
      detail: `success without ${what}`,
    })
})

async function ask(question: object, ...answers: HttpResponse[]) {
  const { driver, asked } = vendor(answers)
  const outcome = await driver.query(question as Question)
  return { outcome, asked: asked() }
}
const aboutPerson = { subject: 'person', contact }
const aboutCompany = { subject: 'organization', name: '测试甲有限公司' }
const named = `companyName=${encodeURIComponent(aboutCompany.name)}`

test.each([
  ['the id of the attempt', { authId: '28' }, 'authId=28', 'attempt'],
  ['the contact', {}, 'contact=13800138000&contactType=MOBILE', 'account'],
])('a person by %s', async (_how, refs, query, assurance) => {
  const { outcome, asked } = await ask({ ...aboutPerson, refs }, success({ realName: true }))
  expect(asked).toEqual([`GET /v2/personalauth/result?${query}`])
  expect(outcome).toEqual({
    kind: 'ok',
    value: { standing: 'verified', assurance, rawStatus: 'realName=true' },
  })
})

test('an attempt it does not know proves nothing; a contact it does not know is a refusal', async () => {
  expect((await ask({ ...aboutPerson, refs: { authId: '28' } }, refusal(1604))).outcome).toEqual({
    kind: 'ok',
    value: { standing: 'unproven', assurance: null, rawStatus: 'code=1604', unknown: true },
  })
  const refused = { kind: 'rejected', code: '1604' }
  expect((await ask({ ...aboutPerson, refs: {} }, refusal(1604))).outcome).toMatchObject(refused)
  for (const refs of [{}, { authId: '28' }])
    expect((await ask({ ...aboutPerson, refs }, refusal(1101))).outcome).toMatchObject({ code: '1101' })
})

test.each([
  ['its request', { requestId: '29' }, 'requestId=29', 'attempt'],
  ['its name', {}, named, 'account'],
])('a company by %s', async (_how, refs, query, assurance) => {
  const { outcome, asked } = await ask({ ...aboutCompany, refs }, success({ status: 2 }))
  expect(asked).toEqual([`GET /companyauth/result?${query}`])
  expect(outcome).toMatchObject({ kind: 'ok', value: { standing: 'verified', assurance } })
})

test('a company nobody asked for through us may still be known to the vendor', async () => {
  const question = { ...aboutCompany, refs: {} }
  const { outcome, asked } = await ask(question, success({ status: -1 }), success({ status: 'AUTH_SUCCESS' }))
  expect(asked).toEqual([`GET /companyauth/result?${named}`, `GET /v2/company/detail?${named}`])
  expect(outcome).toEqual({
    kind: 'ok',
    value: { standing: 'verified', assurance: 'account', elsewhere: true, rawStatus: 'detail=AUTH_SUCCESS' },
  })
  const unknown = await ask(question, success({ status: -1 }), success({ status: 'UNREGISTERED' }))
  expect(unknown.outcome).toEqual({
    kind: 'ok',
    value: { standing: 'unproven', assurance: null, rawStatus: 'detail=UNREGISTERED' },
  })
  const refused = await ask(question, success({ status: -1 }), refusal(1101))
  expect(refused.outcome).toMatchObject({ kind: 'rejected', code: '1101' })
})

test('an attempt of a company is never told by its name', async () => {
  const { outcome, asked } = await ask(
    { ...aboutCompany, refs: { requestId: '29' } },
    success({ status: -1 }),
  )
  expect(asked).toHaveLength(1)
  expect(outcome).toMatchObject({ kind: 'ok', value: { standing: 'unproven', rawStatus: 'status=-1' } })
  expect((await ask({ ...aboutCompany, refs: {} }, refusal(1101))).outcome).toMatchObject({ code: '1101' })
})

describe('contracts', () => {
  const open = (intent: 'sign' | 'view', answer: HttpResponse) => {
    const { driver, asked } = vendor([answer])
    const request: ContractRequest = { contractId: '30', contact, intent }
    return { outcome: driver.openContract?.(request), asked }
  }

  test.each([
    ['sign', '/v2/contract/miniappexchange'],
    ['view', '/v2/contract/miniappexchange/view'],
  ] as const)('to %s it opens on the page of the plugin', async (intent, path) => {
    const { outcome, asked } = open(intent, success({ ticket: 't&1' }))
    expect(await outcome).toEqual({
      kind: 'ok',
      value: {
        kind: 'plugin',
        url: 'plugin://qyssdk-plugin/doc?ticket=t%261&env=cn&hasCb=true',
        events: { signSuccessCb: 'passed' },
        leaveEvent: 'jumpTo',
      },
    })
    expect(asked()).toEqual([`POST ${path}`])
  })

  test('who may not see it is told by code, and nothing opens without a ticket', async () => {
    expect(await open('sign', refusal(1701)).outcome).toMatchObject({ kind: 'rejected', code: '1701' })
    expect(await open('sign', success({ ticket: '' })).outcome).toMatchObject({ code: 'INCOMPLETE' })
  })
})

test('notices are read with the key of the operator, and answered as the vendor wants to hear', () => {
  const notice = { body: Buffer.from('status=1&mode=IVS&authId=28'), headers: {}, query: {} }
  expect(vendor([]).driver.readNotice(notice)).toMatchObject({ kind: 'read', refs: { authId: '28' } })
  const keyed = vendor([], { callbackKey: '0123456789abcdef' }).driver
  expect(keyed.readNotice(notice).kind).toBe('refused')
  expect([keyed.signsNotices, keyed.noticeAnswer]).toEqual([
    false,
    { statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{"code":0}' },
  ])
})
