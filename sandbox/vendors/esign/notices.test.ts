import { createHmac } from 'node:crypto'
import { pause, until } from '../kit/test-support'
import {
  APP_ID,
  NOW,
  type NoticeReceiver,
  ORGANIZATION,
  PERSON,
  SECRET,
  startNoticeReceiver,
  startTestSimulator,
  type TestSimulator,
  V3_ORGANIZATION,
  V3_PERSON,
} from './test-support'

let simulator: TestSimulator
let receiver: NoticeReceiver

const begin = async (options: Parameters<typeof startTestSimulator>[0] & { statuses?: number[] } = {}) => {
  const { statuses, ...rest } = options
  receiver = await startNoticeReceiver(statuses)
  simulator = await startTestSimulator(rest)
}
afterEach(async () => {
  await simulator.close()
  await receiver.close()
})

const next = (order: unknown) => simulator.control('POST', 'next', order)
const notifyUrl = (path = '/notice') => receiver.url + path
const person = (path?: string) =>
  simulator.person({ ...PERSON, contextInfo: { ...PERSON.contextInfo, notifyUrl: notifyUrl(path) } })
const organization = () =>
  simulator.organization({ ...ORGANIZATION, contextInfo: { contextId: 'ctx-org', notifyUrl: notifyUrl() } })
const v3Person = (more = {}) => simulator.v3Person({ ...V3_PERSON, notifyUrl: notifyUrl(), ...more })
const told = async (count: number) => {
  await until(() => receiver.posts().length === count)
  return receiver.bodies()
}

describe('a v2 notice', () => {
  test('of a person has the documented fields and no action', async () => {
    await begin()
    const flowId = await person()
    await simulator.act(flowId, 'pass')
    expect(await told(1)).toEqual([
      {
        flowId,
        accountId: null,
        success: true,
        contextId: 'ctx-001',
        verifycode: expect.stringMatching(/^[0-9a-f]{32}$/),
        serviceId: flowId,
        status: true,
      },
    ])
  })

  test('of an organization has its agent’s flow too', async () => {
    await begin()
    const flowId = await organization()
    await simulator.act(flowId, 'pass')
    const [notice] = await told(1)
    expect(notice).toEqual({
      flowId,
      agentFlowId: expect.stringMatching(/^\d{18}$/),
      accountId: null,
      agentAccountId: null,
      orgAccountId: null,
      success: true,
      contextId: 'ctx-org',
      verifycode: expect.any(String),
      serviceId: flowId,
      agentServiceId: notice?.agentFlowId,
      status: true,
    })
  })

  test('of an account names it', async () => {
    await begin()
    const id = await simulator.account({ kind: 'person', name: '测试员甲' })
    const path = `/v2/identity/auth/web/${id}/indivIdentityUrl`
    const { body } = await simulator.api('POST', path, { contextInfo: { notifyUrl: notifyUrl() } })
    await simulator.act((body.data as { flowId: string }).flowId, 'pass')
    expect(await told(1)).toMatchObject([{ accountId: id, contextId: null }])
  })

  test('comes a second time by the console’s webhook, with an action there', async () => {
    await begin()
    await simulator.control('POST', 'notices', { webhookUrl: notifyUrl('/webhook') })
    await simulator.act(await person(), 'pass')
    await simulator.act(await organization(), 'pass')
    await told(4)
    const byPath = (path: string) =>
      receiver
        .posts()
        .filter(one => one.path === path)
        .map(one => (JSON.parse(one.body) as { action?: string }).action)
    expect(byPath('/notice')).toEqual([undefined, undefined])
    expect(byPath('/webhook')).toEqual(['identity_psn_end', 'identity_org_end'])
  })

  test('of a failure never comes, unless it was turned on', async () => {
    await begin()
    await simulator.act(await person(), 'fail')
    await pause(60)
    expect(receiver.posts()).toHaveLength(0)
    await simulator.control('POST', 'notices', { failures: true })
    await simulator.act(await person(), 'fail')
    expect(await told(1)).toMatchObject([{ success: false, status: false }])
  })

  test.each(['mismatch', 'switch'])('does not come for a try that ended by %s', async action => {
    await begin({ failureNotices: true })
    const flowId = await person()
    await simulator.act(flowId, 'choose', { way: 'telecom' })
    await simulator.act(flowId, action)
    await pause(60)
    expect(receiver.posts()).toHaveLength(0)
  })
})

describe('the headers of a notice', () => {
  test('sign timestamp, the query’s sorted values and the raw body', async () => {
    await begin()
    await simulator.act(await person('/notice?orderNo=001&belong=%E6%8B%BC%E5%8D%95'), 'pass')
    await told(1)
    const [{ headers, body, path } = { headers: {}, body: '', path: '' }] = receiver.posts()
    expect(path).toBe('/notice?orderNo=001&belong=%E6%8B%BC%E5%8D%95')
    expect(headers).toMatchObject({
      'content-type': 'application/json;charset=UTF-8',
      'x-tsign-open-app-id': APP_ID,
      'x-tsign-open-timestamp': String(NOW),
      'x-tsign-open-signature-algorithm': 'hmac-sha256',
      'x-tsign-open-signature': createHmac('sha256', SECRET).update(`${NOW}拼单001${body}`).digest('hex'),
    })
  })
})

describe('a v3 notice', () => {
  test('of a person who passed', async () => {
    await begin()
    const id = await v3Person()
    await simulator.act(id, 'pass')
    expect(await told(1)).toEqual([
      {
        authFlowId: id,
        timestamp: NOW,
        authType: 'PSN',
        bizType: 'REAL_NAME',
        psnInfo: {
          psnId: expect.stringMatching(/^[0-9a-f]{32}$/),
          psnAccount: { accountMobile: '10020033001', accountEmail: null },
        },
        action: 'AUTH_PASS',
      },
    ])
  })

  test('of an organization that passed names its agent', async () => {
    await begin()
    const id = await simulator.v3Organization({ ...V3_ORGANIZATION, notifyUrl: notifyUrl() })
    await simulator.act(id, 'pass')
    expect(await told(1)).toEqual([
      {
        authFlowId: id,
        timestamp: NOW,
        authType: 'ORG',
        bizType: 'REAL_NAME',
        organization: {
          orgId: expect.any(String),
          orgName: '示例科技有限公司',
          transactor: {
            psnId: expect.any(String),
            psnAccount: { accountMobile: '10020033001', accountEmail: null },
          },
        },
        action: 'AUTH_PASS',
      },
    ])
  })

  const scopes = { authorizeConfig: { authorizedScopes: ['get_psn_identity_info', 'psn_initiate_sign'] } }

  test('of an authorization follows that of the verification', async () => {
    await begin()
    const id = await v3Person(scopes)
    await simulator.act(id, 'pass')
    expect(await told(2)).toMatchObject([
      { action: 'AUTH_PASS' },
      {
        action: 'AUTHORIZE_FINISH',
        timestamp: NOW,
        psnId: expect.any(String),
        orgId: null,
        authFlowId: id,
        authorizedInfo: [
          { authorizedScope: 'get_psn_identity_info', effectiveTime: NOW, expireTime: expect.any(Number) },
          { authorizedScope: 'psn_initiate_sign' },
        ],
        legalRepCheck: false,
        adminCheck: false,
        transactorUseSeal: false,
      },
    ])
  })

  test('of a revoked authorization goes to the webhook alone and has no authFlowId', async () => {
    await begin()
    const authFlowId = await v3Person(scopes)
    await simulator.act(authFlowId, 'pass')
    await told(2)
    await simulator.control('POST', 'notices', { webhookUrl: notifyUrl('/webhook') })
    await simulator.control('POST', 'revoke', { authFlowId })
    const notice = (await told(3))[2]
    expect(receiver.posts()[2]?.path).toBe('/webhook')
    expect(notice).toEqual({
      action: 'AUTHORIZE_CHANGE',
      timestamp: NOW,
      psnId: expect.any(String),
      cancelAuthorizedScope: 'get_psn_identity_info,psn_initiate_sign',
      operatorPsnId: notice?.psnId,
      operateTime: NOW,
    })
  })

  test('of a failure does not exist', async () => {
    await begin({ failureNotices: true })
    await simulator.act(await v3Person(), 'fail')
    await pause(60)
    expect(receiver.posts()).toHaveLength(0)
  })
})

describe('a notice that is not accepted', () => {
  test.each([[500], [302], [201], [204]])('for HTTP %i is sent three times in all by v2', async status => {
    await begin({ statuses: [status] })
    await simulator.act(await person(), 'pass')
    await told(3)
    await pause(60)
    expect(receiver.posts()).toHaveLength(3)
  })

  test('is repeated by v2 after 1 s and 5 s, with the same headers and body', async () => {
    receiver = await startNoticeReceiver([500])
    simulator = await startTestSimulator({ retryDelaysMs: {} })
    await simulator.act(await person(), 'pass')
    await told(1)
    await simulator.passTime(1000)
    await told(2)
    await simulator.passTime(5000)
    await pause(30)
    await simulator.passTime(6000)
    await told(3)
    const [first, , third] = receiver.posts()
    expect(third?.body).toBe(first?.body)
    expect(third?.headers['x-tsign-open-timestamp']).toBe(first?.headers['x-tsign-open-timestamp'])
  })

  test.each([200, 204, 299])('HTTP %i is enough for v3', async status => {
    await begin({ statuses: [status] })
    await simulator.act(await v3Person(), 'pass')
    await told(1)
    await pause(60)
    expect(receiver.posts()).toHaveLength(1)
  })

  test('is repeated by v3 up to 16 times', async () => {
    receiver = await startNoticeReceiver([500])
    simulator = await startTestSimulator({ retryDelaysMs: {} })
    await simulator.act(await v3Person(), 'pass')
    for (let call = 1; call <= 17; call += 1) {
      await told(call)
      await until(async () =>
        JSON.stringify((await simulator.control('GET', 'log?path=http')).body).includes(`call ${call}:`),
      )
      await simulator.passTime(1_800_000)
    }
    await pause(60)
    expect(receiver.posts()).toHaveLength(17)
  })

  test('after too long counts as failed', async () => {
    await begin({ callbackTimeoutMs: 1 })
    await simulator.act(await person(), 'pass')
    await until(async () =>
      JSON.stringify((await simulator.control('GET', 'log?path=http')).body).includes('no answer'),
    )
  })
})

describe('face recognition', () => {
  test('also asks the notify address with GET', async () => {
    await begin()
    const flowId = await person('/notice?a=1')
    await simulator.act(flowId, 'choose', { way: 'face' })
    await until(() => receiver.gets().length === 1)
    expect(receiver.gets()[0]).toMatchObject({ path: '/notice?a=1', body: '' })
    await simulator.act(flowId, 'submit')
    expect(await told(1)).toHaveLength(1)
  })

  test('is the only way that does', async () => {
    await begin()
    await simulator.act(await person(), 'choose', { way: 'telecom' })
    await pause(40)
    expect(receiver.gets()).toHaveLength(0)
  })

  test('asks nobody outside this machine', async () => {
    await begin()
    const contextInfo = { notifyUrl: 'https://example.test/notice' }
    await simulator.act(await simulator.person({ ...PERSON, contextInfo }), 'pass')
    const { body } = await simulator.control('GET', 'log?path=http')
    expect(body.entries).toEqual([
      expect.objectContaining({
        method: 'GET',
        status: null,
        note: expect.stringContaining('probe not sent'),
      }),
      expect.objectContaining({
        method: 'POST',
        status: null,
        note: expect.stringContaining('callback not sent'),
      }),
    ])
  })
})

describe('by order', () => {
  test('a notice is missing', async () => {
    await begin()
    await next({ callback: 'missing' })
    await simulator.act(await person(), 'pass')
    await pause(60)
    expect(receiver.posts()).toHaveLength(0)
  })

  test('a notice is missing, whichever step it was ordered at', async () => {
    await begin()
    const flowId = await person()
    await next({ callback: 'missing' })
    await simulator.act(flowId, 'choose', { way: 'telecom' })
    await simulator.act(flowId, 'submit', {})
    await pause(60)
    expect(receiver.posts()).toHaveLength(0)
    expect(await simulator.outline(flowId)).toMatchObject({ data: { flowStatus: 'SUCCESS' } })
  })

  test('a notice comes twice, the very same', async () => {
    await begin()
    await next({ callback: 'duplicate' })
    await simulator.act(await person(), 'pass')
    const [first, second] = await told(2)
    expect(second).toEqual(first)
  })

  test('a notice is late, by the clock', async () => {
    await begin()
    await next({ callback: 'late' })
    await simulator.act(await person(), 'pass')
    await pause(40)
    expect(receiver.posts()).toHaveLength(0)
    await simulator.passTime(15_000)
    await told(1)
  })

  test('a notice is answered before the page hears the result', async () => {
    await begin()
    await next({ callback: 'before-return' })
    await simulator.act(await person(), 'pass')
    expect(receiver.posts()).toHaveLength(1)
  })

  test.each([
    ['pass', 1, 'SUCCESS'],
    ['fail', 0, 'FAIL'],
  ])('a person acts by themselves: %s', async (outcome, notices, flowStatus) => {
    await begin()
    await next({ outcome, auto: true })
    const flowId = await person()
    await told(notices)
    expect(await simulator.outline(flowId)).toMatchObject({ data: { flowStatus } })
  })

  test('an organization acts by itself, its agent first', async () => {
    await begin()
    await next({ outcome: 'pass', auto: true, path: '/v3/org-auth-url' })
    const id = await simulator.v3Organization()
    expect(await simulator.authFlow(id)).toMatchObject({ data: { realNameStatus: 1 } })
  })
})
