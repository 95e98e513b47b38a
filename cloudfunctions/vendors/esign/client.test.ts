import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHttp, HttpFailure } from '../../platform/http'
import type { Outcome } from '../driver'
import { errorTable, gatewayTable } from './errors'
import { gateway, json, type Prepared, refusal, success, vendor } from './test-support'

const shown = (outcome: Outcome<unknown>): string =>
  outcome.kind === 'ok' ? 'ok' : `${outcome.kind} ${outcome.code}`
const thrice = (answer: Prepared) => Array.from({ length: 3 }, () => answer)
const ask = (answers: Prepared[]) => vendor(answers).client.get('/v3/auth-flow/OF-1')
const begin = (answers: Prepared[]) => vendor(answers).client.start('/v3/psn-auth-url', {})
const token = success({ token: 't1', expiresIn: '1700007200000', refreshToken: 'r1' })

test.each([
  ['production', 'https://openapi.esign.cn/v3/auth-flow/OF-1'],
  ['test', 'https://smlopenapi.esign.cn/v3/auth-flow/OF-1'],
] as const)('the host of %s', async (environment, url) => {
  const { client, sent } = vendor([success({})], { environment })
  await client.get('/v3/auth-flow/OF-1')
  expect(sent[0]).toMatchObject({ method: 'GET', url })
})

test('another address instead of the host; it is no part of the signature', async () => {
  const { client, sent } = vendor([success({}), success({})], { baseUrl: 'http://127.0.0.1:8689' })
  await client.get('/v3/auth-flow/OF-1')
  expect(sent[0]?.url).toBe('http://127.0.0.1:8689/v3/auth-flow/OF-1')
})

test('what is signed is what goes over the wire, also on a GET: the type byte for byte, no date, no digest', async () => {
  const seen: { method?: string; raw: string[] }[] = []
  const server = createServer((request, response) => {
    seen.push({ method: request.method, raw: request.rawHeaders })
    response.end('{"code":0}')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { client } = vendor([], { baseUrl, http: createHttp({ timeoutMs: 2000, connectTimeoutMs: 1000 }) })
  await client.get('/v3/auth-flow/OF-1')
  await client.search('/v1/invitations/search', {})
  server.close()
  const [get, post] = seen.map(({ raw }) =>
    Object.fromEntries(
      raw.flatMap((each, index) => (index % 2 === 0 ? [[each.toLowerCase(), raw[index + 1]]] : [])),
    ),
  )
  expect(get).toMatchObject({ accept: '*/*', 'content-type': 'application/json; charset=UTF-8' })
  expect(post).toMatchObject({
    accept: '*/*',
    'content-type': 'application/json; charset=UTF-8',
    'content-md5': 'mZFLkyvTelC5g8XnyQrpOw==',
  })
  for (const absent of ['date', 'content-md5']) expect(get).not.toHaveProperty(absent)
})

test('every try is signed afresh', async () => {
  const busy = refusal(30500157)
  const { client, sent } = vendor([busy, busy, success({})])
  expect(shown(await client.start('/v3/psn-auth-url', {}))).toBe('ok')
  expect(new Set(sent.map(each => each.headers['x-tsign-open-ca-timestamp'])).size).toBe(3)
})

test.each([
  ['a number', 0],
  ['a text', '0'],
])('success said with %s', async (_how, code) => {
  expect(await ask([json({ code, message: '成功', data: { a: 1 } })])).toEqual({
    kind: 'ok',
    value: { a: 1 },
  })
})

test('the body is read before the status', async () => {
  expect(shown(await ask([json({ code: 0, data: {} }, 500)]))).toBe('ok')
})

test('a long id that comes as a number stays whole', async () => {
  const answer = { status: 200, body: '{"code":0,"data":{"flowId":803719636976683872}}' }
  expect(await ask([answer])).toEqual({ kind: 'ok', value: { flowId: '803719636976683872' } })
})

test('the error table, row by row: code, class', () => {
  expect(errorTable.map(row => `${row.code} ${row.class}`)).toEqual([
    '429 again',
    '30500000 server',
    '30500001 missing',
    '30500002 over',
    '30500003 over',
    '30500004 missing',
    '30500050 business',
    '30500051 business',
    '30500052 business',
    '30500100 input',
    '30500101 input',
    '30500102 input',
    '30500103 input',
    '30500104 input',
    '30500116 input',
    '30500150 business',
    '30500151 business',
    '30500152 already',
    '30500154 business',
    '30500155 business',
    '30500156 input',
    '30500157 again',
    '30502005 business',
    '30502008 business',
    '30503107 configuration',
    '30504001 business',
    '1203020 business',
    '1435203 business',
    '1436116 configuration',
    '1450001 input',
    '1450002 input',
    '1450003 input',
    '1450004 input',
    '1450005 already',
    '1450006 already',
    '1450007 missing',
    '1450008 input',
    '1450901 again',
    '1450902 again',
    '1450903 business',
    '1450904 business',
    '1450905 again',
    '1450909 business',
    '1450910 business',
    '1000022 input',
    'SIMPLE_MODE_CANT_PASS business',
    '72000032 configuration',
  ])
})

test.each(errorTable)('$code over the wire: a question and a start', async ({ code, class: errorClass }) => {
  const expected = {
    again: ['transient', 'transient'],
    server: ['transient', 'indeterminate'],
    configuration: ['misconfigured', 'misconfigured'],
    input: ['rejected', 'rejected'],
    business: ['rejected', 'rejected'],
    already: ['rejected', 'rejected'],
    missing: ['rejected', 'rejected'],
    over: ['rejected', 'rejected'],
  }[errorClass]
  const answer = refusal(Number(code) || code, '张三 13800138000')
  const outcomes = [await ask(thrice(answer)), await begin(thrice(answer))]
  expect(outcomes.map(shown)).toEqual(expected.map(kind => `${kind} ${code}`))
  expect(JSON.stringify(outcomes)).not.toMatch(/张三|138/)
})

test('an undocumented code is no verdict: it may have happened, and is named', async () => {
  expect(await begin([refusal(987654, '张三')])).toEqual({
    kind: 'indeterminate',
    code: '987654',
    detail: 'HTTP 200 with an undocumented code',
  })
  expect(shown(await ask(thrice(refusal(987654))))).toBe('transient 987654')
})

test('HTTP 429 is no verdict either, whatever its body says', async () => {
  const answer = { status: 429, body: '{"code":987654,"message":"张三"}', retryAfterMs: 3000 }
  expect(await begin([answer])).toEqual({
    kind: 'transient',
    code: 'HTTP_429',
    detail: 'too many calls for the vendor',
    retryAfterMs: 3000,
  })
})

test.each(gatewayTable)('the gateway says $message: the operator must act', async ({ message, code }) => {
  expect(shown(await ask([gateway(message)]))).toBe(`misconfigured ${code}`)
  expect(shown(await begin([gateway(`${message}: x`)]))).toBe(`misconfigured ${code}`)
})

test.each([
  [
    'an address that is not in the allow-list',
    gateway('IP白名单不匹配', 403),
    'misconfigured IP_NOT_ALLOWED',
  ],
  ['403 without the envelope', { status: 403, body: 'Forbidden' }, 'misconfigured IP_NOT_ALLOWED'],
  ['an unknown path', gateway('no such path'), 'misconfigured 401'],
  ['401 without the envelope', { status: 401, body: '' }, 'misconfigured 401'],
] as const)('%s', async (_what, answer, expected) => {
  expect(shown(await begin([answer]))).toBe(expected)
})

test('too many calls: nothing has happened, tried again', async () => {
  const { client, sent } = vendor([{ status: 429, body: 'slow down' }, gateway('x', 429), success({})])
  expect(shown(await client.start('/v3/psn-auth-url', {}))).toBe('ok')
  expect(sent).toHaveLength(3)
})

test.each<[string, Prepared]>([
  ['not JSON', { status: 200, body: '<html>' }],
  ['JSON of another shape', { status: 200, body: '[]' }],
  ['an empty object', { status: 200, body: '{}' }],
  ['a gateway error', { status: 502, body: 'Bad Gateway' }],
  ['an undocumented code with HTTP 500', refusal(999, 'M', 500)],
  ['a connection that broke', new HttpFailure('reset', true)],
])('%s: a flow may have begun, a question can be asked again', async (_what, answer) => {
  const { client, sent } = vendor([answer])
  expect((await client.start('/v3/psn-auth-url', {})).kind).toBe('indeterminate')
  expect(sent).toHaveLength(1)
  expect((await ask(thrice(answer))).kind).toBe('transient')
  expect(shown(await ask([answer, success({})]))).toBe('ok')
})

test('a lost answer to a start is never repeated; what was never sent is', async () => {
  expect(shown(await begin([new HttpFailure('timeout', true)]))).toBe('indeterminate TIMEOUT')
  expect(shown(await begin([new HttpFailure('connect', false), success({})]))).toBe('ok')
})

test('what is no failure of the network is nobody’s outcome', async () => {
  await expect(ask([])).rejects.toThrow('no answer')
})

test('what begins a flow is sent as POST, with the headers that are not signed beside the others', async () => {
  const { client, sent } = vendor([success({})])
  await client.start('/x', { a: 1 }, { 'x-tsign-dns-app-id': '7' })
  expect(sent).toMatchObject([
    {
      method: 'POST',
      body: '{"a":1}',
      headers: { 'x-tsign-dns-app-id': '7', 'x-tsign-open-app-id': '7438000001' },
    },
  ])
})

test('a search is a question with a body: sent as POST, asked again when its answer is lost', async () => {
  const { client, sent } = vendor([new HttpFailure('reset', true), success({ a: 1 })])
  expect(await client.search('/x', { a: 1 })).toEqual({ kind: 'ok', value: { a: 1 } })
  expect(sent.map(({ method, body }) => [method, body])).toEqual(Array(2).fill(['POST', '{"a":1}']))
})

test('the operator is told what the vendor means, in our words', async () => {
  const details = await Promise.all(
    [
      { status: 502, body: '{}' },
      gateway('something new', 401),
      gateway('something new', 403),
      refusal(987654),
    ].map(async answer => (await begin(thrice(answer))) as { detail: string }),
  )
  expect(details.map(({ detail }) => detail)).toEqual([
    'the answer is not the documented envelope',
    'undocumented refusal of the gateway',
    'our address is not in the allow-list of the application (安全配置)',
    'HTTP 200 with an undocumented code',
  ])
})

describe('with a token', () => {
  const byToken = { authentication: 'token' } as const

  test('only a refused token is replaced: no other refusal asks for one', async () => {
    const { client, sent } = vendor([token, gateway('无效的应用')], byToken)
    expect(shown(await client.get('/x'))).toBe('misconfigured UNKNOWN_APP')
    expect(sent).toHaveLength(2)
  })

  test('a signature that is refused is not made again', async () => {
    const { client, sent } = vendor([gateway('TOKEN错误')])
    expect(shown(await client.get('/x'))).toBe('misconfigured TOKEN_REFUSED')
    expect(sent).toHaveLength(1)
  })

  test('each application has a token of its own in each environment', async () => {
    const names: string[] = []
    const tokens = {
      get: async (name: string) => {
        names.push(name)
        return 't1'
      },
      invalidate: async (name: string, old: string) => {
        names.push(`${name} ${old}`)
      },
    }
    for (const environment of ['test', 'production'] as const)
      await vendor([gateway('TOKEN错误'), success({})], { ...byToken, environment, tokens }).client.get('/x')
    const [test, production] = ['esign_test_7438000001', 'esign_production_7438000001']
    expect(names).toEqual([test, `${test} t1`, test, production, `${production} t1`, production])
  })

  test.each([
    [refusal(1435203), 'misconfigured 1435203'],
    [success({ token: '' }), 'transient INCOMPLETE'],
    [success({ token: 17 }), 'transient INCOMPLETE'],
  ])('no token, and nothing is said about the person who waits: %j', async (answer, expected) => {
    const { client } = vendor(thrice(answer), byToken)
    const outcome = await client.start('/v3/psn-auth-url', {})
    expect(shown(outcome)).toBe(expected)
    expect(outcome).toHaveProperty('detail', expect.stringMatching(/\w/))
  })

  test('it is asked for with the secret in the query and no headers, and then sent with every call', async () => {
    const { client, sent } = vendor([token, success({}), success({})], byToken)
    await client.get('/v3/auth-flow/OF-1')
    await client.start('/v3/psn-auth-url', {})
    expect(sent[0]).toEqual({
      method: 'GET',
      url: 'https://smlopenapi.esign.cn/v1/oauth2/access_token?appId=7438000001&secret=test-secret-0123456789abcdef0123&grantType=client_credentials',
      headers: {},
    })
    const headers = {
      'x-tsign-open-app-id': '7438000001',
      'x-tsign-open-token': 't1',
      'content-type': 'application/json; charset=UTF-8',
    }
    expect(sent.slice(1).map(each => each.headers)).toEqual([headers, headers])
  })

  test('refused as replaced: once another one is asked for, also for a start', async () => {
    const next = success({ token: 't2', expiresIn: '1700007200000' })
    const { client, sent } = vendor([token, gateway('TOKEN错误'), next, success({})], byToken)
    expect(shown(await client.start('/v3/psn-auth-url', {}))).toBe('ok')
    expect(sent.map(each => each.headers['x-tsign-open-token'])).toEqual([undefined, 't1', undefined, 't2'])
  })

  test('the new one is refused too: the operator must act, and no more are asked for', async () => {
    const { client, sent } = vendor([token, gateway('TOKEN错误'), token, gateway('TOKEN错误')], byToken)
    expect(shown(await client.get('/v3/auth-flow/OF-1'))).toBe('misconfigured TOKEN_REFUSED')
    expect(sent).toHaveLength(4)
  })

  test.each<[string, Prepared[], string]>([
    ['a stopped application', [refusal(72000032)], 'misconfigured 72000032'],
    [
      'an undocumented code, which is about nobody who waits',
      thrice(refusal(72000099)),
      'transient 72000099',
    ],
    ['a lost answer', [new HttpFailure('timeout', true)], 'transient TIMEOUT'],
    ['success without a token', thrice(success({})), 'transient INCOMPLETE'],
    ['no JSON', thrice({ status: 502, body: 'x' }), 'transient HTTP_502'],
  ])('no token, for %s: nothing has happened', async (_why, answers, expected) => {
    const { client } = vendor(answers, byToken)
    expect(shown(await client.start('/v3/psn-auth-url', {}))).toBe(expected)
  })

  test('the secret is in no outcome, whatever becomes of its address', async () => {
    const outcomes = [
      await vendor([refusal(72000032, secretText)], byToken).client.get('/x'),
      await vendor(
        [new HttpFailure('reset', true), new HttpFailure('reset', true), new HttpFailure('reset', true)],
        byToken,
      ).client.get('/x'),
      await vendor([], {
        ...byToken,
        baseUrl: 'no address',
        http: createHttp({ timeoutMs: 100, connectTimeoutMs: 100 }),
      }).client.get('/x'),
    ]
    expect(outcomes.map(shown)).toEqual([
      'misconfigured 72000032',
      'transient RESET',
      'misconfigured BASE_URL',
    ])
    expect(outcomes[2]).toHaveProperty('detail', 'the address of the vendor is not one')
    expect(JSON.stringify(outcomes)).not.toContain(secretText)
  })

  test('while somebody else gets one: not sent, and nobody else suffers', async () => {
    let waits = 0
    const tokens = {
      get: async () => (++waits > 20 ? 't1' : null),
      invalidate: async () => {},
    }
    const { client, sent } = vendor([success({})], { ...byToken, tokens })
    for (let index = 0; index < 20; index++) {
      expect(shown(await client.get('/x'))).toBe('transient TOKEN_AWAITED')
    }
    expect([waits, sent.length]).toEqual([20, 0])
    expect(shown(await client.get('/x'))).toBe('ok')
  })

  test.each([
    ['a point in time', '1700007200000', 1_700_007_200_000],
    ['the past', '1600000000000', 1_700_007_200_000],
    ['a duration after all', '7200', 1_700_007_200_000],
    ['nothing', undefined, 1_700_007_200_000],
    ['this moment', '1700000000000', 1_700_007_200_000],
    ['the next', '1700000000001', 1_700_000_000_001],
    ['four hours, which may be', '1700014400000', 1_700_014_400_000],
    ['more than that', '1700014400001', 1_700_007_200_000],
  ])('expiresIn as %s', async (_what, expiresIn, expected) => {
    let expiresAt = 0
    const tokens = {
      async get(_name: string, request: () => Promise<{ token: string; expiresAt: number } | null>) {
        const issued = await request()
        expiresAt = issued?.expiresAt ?? 0
        return issued?.token ?? null
      },
      invalidate: async () => {},
    }
    const answers = [success({ token: 't1', expiresIn }), success({})]
    await vendor(answers, { ...byToken, tokens, clock: () => 1_700_000_000_000 }).client.get('/x')
    expect(expiresAt).toBe(expected)
  })
})

const secretText = 'test-secret-0123456789abcdef0123'
