import { isRecord } from '../../record'
import {
  dataOf,
  PERSON,
  PERSON_PATH,
  startTestSimulator,
  type TestSimulator,
  V3_PERSON,
} from './test-support'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

const next = (order: unknown) => simulator.control('POST', 'next', order)
const start = () => simulator.api('POST', PERSON_PATH, PERSON)
const flows = async () => {
  const { body } = await simulator.control('GET', 'flows')
  return Array.isArray(body.flows) ? body.flows.filter(isRecord) : []
}
const entries = async (query = '') => {
  const { body } = await simulator.control('GET', `log${query}`)
  return Array.isArray(body.entries) ? body.entries.filter(isRecord) : []
}

describe('a fault', () => {
  test.each([
    [{ code: 30500000, message: '系统异常' }, 200, { code: 30500000, message: '系统异常', data: null }],
    [
      { code: 401, message: 'INVALID_TIMESTAMP' },
      401,
      { success: false, code: 401, message: 'INVALID_TIMESTAMP' },
    ],
    [{ code: 1, message: 'x', httpStatus: 502 }, 502, { code: 1, message: 'x', data: null }],
  ])('answers with the error %j in its family’s form', async (error, status, body) => {
    await next({ error })
    const answer = await start()
    expect(answer.status).toBe(status)
    expect(answer.body).toEqual(body)
    expect((await start()).body.code).toBe(0)
  })

  test('before a flow begins loses nothing, after it leaves the flow behind', async () => {
    await next({ drop: 'before' })
    await expect(start()).rejects.toThrow()
    expect(await flows()).toHaveLength(0)
    await next({ drop: 'after' })
    await expect(start()).rejects.toThrow()
    expect(await flows()).toHaveLength(1)
  })

  test('is garbage', async () => {
    await next({ garbage: true })
    await expect(start()).rejects.toThrow(/JSON/)
  })

  test('is never answering', async () => {
    await next({ hang: true })
    const outcome = await Promise.race([
      start().then(
        () => 'answered',
        () => 'cut',
      ),
      new Promise(resolve => setTimeout(resolve, 100, 'waiting')),
    ])
    expect(outcome).toBe('waiting')
  })

  test('waits for the path it was ordered for', async () => {
    const flowId = await simulator.person()
    await next({
      path: '/v2/identity/auth/api/common/',
      error: { code: 30500157, message: '读取用户信息失败' },
    })
    expect((await start()).body.code).toBe(0)
    expect(await simulator.outline(flowId)).toMatchObject({ code: 30500157 })
    expect(await simulator.outline(flowId)).toMatchObject({ code: 0 })
  })

  test('is latency', async () => {
    await next({ latencyMs: 80 })
    const startedAt = performance.now()
    await start()
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(78)
  })
})

describe('the log', () => {
  const PRIVATE = [
    '测试员甲',
    '110101199001010015',
    '10020033001',
    '6200000000000000000',
    '测试法人',
    'sandbox-esign-secret',
  ]

  test('has no personal data and no secrets, whatever was called', async () => {
    const account = await simulator.account({
      kind: 'person',
      name: '测试员甲',
      idNumber: '110101199001010015',
    })
    const flowId = await simulator.person({
      indivInfo: {
        name: '测试员甲',
        certNo: '110101199001010015',
        mobileNo: '10020033001',
        bankCardNo: '6200000000000000000',
      },
    })
    await simulator.act(flowId, 'pass')
    await simulator.detail(flowId)
    await simulator.organization()
    const id = await simulator.v3Person({
      ...V3_PERSON,
      authorizeConfig: { authorizedScopes: ['get_psn_identity_info'] },
      notifyUrl: 'http://127.0.0.1:9/notice',
    })
    await simulator.act(id, 'pass')
    await simulator.authFlow(id)
    await simulator.api('GET', '/v3/persons/identity-info?psnAccount=10020033001')
    await simulator.control('POST', 'invitations', {
      inviteeInfo: { name: '测试员甲', mobile: '10020033001' },
    })
    await simulator.api('POST', '/v1/invitations/search', {})
    await simulator.api('POST', PERSON_PATH, '{"indivInfo": 测试员甲')
    const log = JSON.stringify(await entries())
    expect(account).toMatch(/^[0-9a-f]{32}$/)
    for (const value of PRIVATE) expect(log).not.toContain(value)
    expect(log).toContain('测***')
    expect(log).toContain('11**************15')
  })

  test('cuts links, sessions and signatures', async () => {
    const { url, shortLink } = dataOf((await start()).body)
    await fetch(String(url))
    await fetch(String(shortLink))
    const log = JSON.stringify(await entries())
    const code = String(shortLink).split('/').at(-1) ?? ''
    const context = new URL(String(url)).searchParams.get('ctx') ?? ''
    for (const secret of [code, context]) {
      expect(secret).toMatch(/^[\w-]{24}$/)
      expect(log).not.toContain(secret)
    }
    expect(log).toMatch(/"x-tsign-open-ca-signature":".{4}…"/)
  })

  test('says why a call was refused', async () => {
    await simulator.api('POST', PERSON_PATH, { x: 1 })
    await simulator.api('POST', PERSON_PATH, PERSON, { 'x-tsign-open-ca-timestamp': '1' })
    const notes = (await entries()).map(entry => entry.note)
    expect(notes).toEqual([
      expect.stringContaining('参数错误：unknown key "x" in the body'),
      'INVALID_TIMESTAMP: not Unix time in milliseconds (13 digits)',
    ])
  })

  test('counts calls by method and path', async () => {
    await start()
    await start()
    expect((await simulator.control('GET', 'log')).body.counts).toEqual({ [`POST ${PERSON_PATH}`]: 2 })
  })
})

describe('the control', () => {
  test('lists flows with nothing personal in them', async () => {
    const flowId = await simulator.organization()
    const [flow] = await flows()
    expect(flow).toMatchObject({
      flowId,
      family: 'v2',
      begunBy: '/v2/identity/auth/web/orgAuthUrl',
      objectType: 'ORGANIZATION',
      flowStatus: 'INIT',
      stage: 'person-way',
      contextId: 'ctx-org',
      subFlows: [],
      relatedFlows: [expect.objectContaining({ flowStatus: 'INIT' })],
      transferMistakes: 0,
      authorized: false,
      expired: null,
      forMiniProgram: false,
    })
    expect(JSON.stringify(flow)).not.toContain('测试')
  })

  test('plants accounts once, and lists them without data', async () => {
    const id = await simulator.account({ id: 'a1', kind: 'person', name: '测试员甲', verified: true })
    expect((await simulator.control('POST', 'accounts', { id: 'a1', kind: 'person' })).status).toBe(409)
    expect((await simulator.control('GET', 'accounts')).body).toEqual({
      accounts: [{ id, kind: 'person', verified: true, scopes: [] }],
    })
  })

  test.each([
    ['act', { flowId: '1', action: 'dance' }],
    ['act', { flowId: '1', action: 'fail', reason: 'bad luck' }],
    ['act', { action: 'pass' }],
    ['expire', { flowId: '1', outline: 'gone' }],
    ['accounts', { kind: 'robot' }],
    ['notices', { webhookUrl: 'example.test' }],
    ['allowed-ips', { ips: '*' }],
    ['revoke', {}],
  ])('refuses %s %j', async (path, body) => {
    expect((await simulator.control('POST', path, body)).status).toBe(400)
  })

  test('knows nothing of what does not exist', async () => {
    expect((await simulator.control('POST', 'expire', { flowId: '1' })).status).toBe(404)
    expect((await simulator.control('POST', 'revoke', { authFlowId: 'OF-1' })).status).toBe(404)
    const authFlowId = await simulator.v3Person()
    expect((await simulator.control('POST', 'revoke', { authFlowId })).status).toBe(409)
  })

  test('reset forgets flows, accounts, invitations, settings, orders and the clock', async () => {
    const flowId = await simulator.person()
    await simulator.account({ kind: 'person' })
    await simulator.control('POST', 'invitations', {})
    await simulator.control('POST', 'notices', { failures: true, webhookUrl: 'http://127.0.0.1:9/' })
    await next({ hang: true })
    await simulator.control('POST', 'clock', { offsetMs: 1000 })
    await simulator.control('POST', 'reset')
    expect(await simulator.outline(flowId)).toMatchObject({ code: 30500001 })
    expect((await simulator.control('GET', 'accounts')).body).toEqual({ accounts: [] })
    expect((await simulator.control('GET', 'invitations')).body).toEqual({ invitations: [] })
    expect((await simulator.control('GET', 'notices')).body).toEqual({ failures: false, webhookUrl: '' })
    expect((await simulator.control('GET', 'next')).body).toEqual({ queue: [] })
    expect((await simulator.control('GET', 'clock')).body.offsetMs).toBe(0)
  })

  test('forgets orders alone', async () => {
    await simulator.person()
    await next({ hang: true })
    expect((await simulator.control('DELETE', 'next')).body).toEqual({ queue: [] })
    expect(await flows()).toHaveLength(1)
  })
})
