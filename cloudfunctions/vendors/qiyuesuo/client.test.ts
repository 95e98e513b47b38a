import { readFileSync } from 'node:fs'
import type { HttpRequest, HttpResponse } from '../../platform/http'
import { HttpFailure } from '../../platform/http'
import { createCaller } from '../call'
import type { Outcome } from '../driver'
import { createClient, sign } from './client'
import { errorTable } from './errors'

const vectors = JSON.parse(readFileSync('test/vectors/qiyuesuo.json', 'utf8')) as {
  request: { token: string; secret: string; timestamp: string; nonce: string; signature: string }[]
}

function clientOver(answers: (HttpResponse | HttpFailure)[]) {
  const sent: HttpRequest[] = []
  let now = 1_700_000_000_000
  const client = createClient({
    environment: 'test',
    baseUrl: null,
    appToken: 'testToken01',
    appSecret: 'testSecret0123456789abcdefghij',
    clock: () => now++,
    call: createCaller({ retries: 2, firstPauseMs: 1 }),
    http: async request => {
      sent.push(request)
      const answer = answers.shift()
      if (!answer) throw new Error('no more answers')
      if (answer instanceof HttpFailure) throw answer
      return answer
    },
  })
  return { client, sent }
}

const json = (value: unknown, status = 200): HttpResponse => ({ status, body: JSON.stringify(value) })
const shown = ({ kind, ...rest }: Outcome<unknown>): string =>
  'code' in rest ? `${kind} ${rest.code}` : kind

test.each(vectors.request)(
  'the signature of vector $nonce',
  ({ token, secret, timestamp, nonce, signature }) => {
    expect(sign(token, secret, timestamp, nonce)).toBe(signature)
  },
)

test('four headers, the host of the environment, JSON as documented', async () => {
  const { client, sent } = clientOver([json({ code: 0, result: {} })])
  await client.post('/v2/x', { a: '张三' })
  expect(sent[0]).toMatchObject({
    method: 'POST',
    url: 'https://openapi.qiyuesuo.cn/v2/x',
    body: '{"a":"张三"}',
  })
  expect(Object.keys(sent[0]?.headers ?? {}).sort()).toEqual([
    'content-type',
    'x-qys-open-accesstoken',
    'x-qys-open-nonce',
    'x-qys-open-signature',
    'x-qys-open-timestamp',
  ])
})

test('query parameters are encoded', async () => {
  const { client, sent } = clientOver([json({ code: 0 })])
  await client.get('/v2/x', { contact: 'a+b@example.com' })
  expect(sent[0]?.url).toBe('https://openapi.qiyuesuo.cn/v2/x?contact=a%2Bb%40example.com')
})

test('every try carries a timestamp, nonce and signature of its own', async () => {
  const busy = json({ code: 1001, message: 'ERROR' })
  const { client, sent } = clientOver([busy, busy, json({ code: 0, result: {} })])
  expect(shown(await client.post('/v2/x', {}))).toBe('ok')
  for (const header of ['x-qys-open-timestamp', 'x-qys-open-nonce', 'x-qys-open-signature']) {
    expect(new Set(sent.map(each => each.headers[header])).size).toBe(3)
  }
})

test.each([
  ['number', { code: 0, result: { ticket: 't' } }],
  ['text', { code: '0', result: { ticket: 't' } }],
  ['the long family', { responseCode: '00000000', result: { ticket: 't' } }],
  ['both families', { code: 0, responseCode: '00000000', result: { ticket: 't' } }],
])('success said with %s', async (_how, envelope) => {
  const { client } = clientOver([json(envelope)])
  expect(await client.post('/v2/x', {})).toEqual({ kind: 'ok', value: { ticket: 't' } })
})

test('the body is read before the status', async () => {
  const { client } = clientOver([json({ code: 0, result: { a: 1 } }, 500)])
  expect(shown(await client.post('/v2/x', {}))).toBe('ok')
})

test('a long id that comes as a number stays whole', async () => {
  const { client } = clientOver([{ status: 200, body: '{"code":0,"result":{"authId":2802478225723232852}}' }])
  expect(await client.post('/v2/x', {})).toEqual({ kind: 'ok', value: { authId: '2802478225723232852' } })
})

test('the error table, row by row', () => {
  expect(
    errorTable.map(({ code, responseCode, kind }) => `${code ?? '-'} ${responseCode ?? '-'} ${kind}`),
  ).toEqual([
    '441 11990441 misconfigured',
    '442 11990442 misconfigured',
    '1001 21990001 transient',
    '1002 14990002 misconfigured',
    '1005 11990005 rejected',
    '1601 - misconfigured',
    '1605 - rejected',
    '1110 - rejected',
    '3004 - rejected',
    '- 11101003 rejected',
    '- 11011126 rejected',
    '1604 - rejected',
    '- 11990006 transient',
    '- 11990010 rejected',
    '- 11990011 rejected',
    '1101 - rejected',
    '1102 - rejected',
    '1103 - rejected',
    '1105 - rejected',
    '1106 - rejected',
    '1107 - rejected',
    '1108 - rejected',
    '1109 - rejected',
    '1111 - rejected',
    '1113 - rejected',
    '1116 - rejected',
    '1125 - rejected',
    '1201 - rejected',
    '1203 - rejected',
    '- 11011201 rejected',
    '- 11011203 rejected',
    '- 11011204 rejected',
    '- 11011205 rejected',
    '- 11011207 rejected',
    '- 12072210 rejected',
    '1301 - rejected',
    '- 11011304 rejected',
    '- 11011151 rejected',
    '1401 - rejected',
    '1402 - rejected',
    '1403 - rejected',
    '1701 - rejected',
    '1702 - rejected',
    '1703 - rejected',
    '1705 - rejected',
    '- 11041701 rejected',
    '- 11041702 rejected',
    '- 11041703 rejected',
    '- 11041705 rejected',
    '- 11041801 rejected',
    '- 11041805 rejected',
    '- 11041802 rejected',
  ])
})

test.each(errorTable)('code $code $responseCode is $kind, also when only one family is sent', async row => {
  for (const envelope of [
    row.code && { code: Number(row.code) },
    row.responseCode && { responseCode: row.responseCode },
  ]) {
    if (!envelope) continue
    const { client } = clientOver(Array.from({ length: 3 }, () => json({ ...envelope, message: 'M' })))
    expect((await client.post('/v2/x', {})).kind).toBe(row.kind)
  }
})

test('an undocumented code is no verdict: it may have happened, and the vendor’s text is not passed on', async () => {
  const { client } = clientOver([
    json({ code: 987654, responseCode: '19999999', message: '张三 13800138000' }),
  ])
  const outcome = await client.post('/v2/x', {})
  expect(shown(outcome)).toBe('indeterminate 987654')
  expect(JSON.stringify(outcome)).not.toMatch(/张三|138/)
})

test.each([429, 500, 503])('HTTP %s with an undocumented code is no verdict', async status => {
  const answer = { status, body: '{"code":4242,"message":"busy"}', retryAfterMs: 2000 }
  const { client, sent } = clientOver([answer])
  const kind = status === 429 ? 'transient' : 'indeterminate'
  expect(await client.post('/v2/x', {})).toMatchObject({ kind, retryAfterMs: 2000 })
  const asked = clientOver([answer])
  expect(await asked.client.get('/v2/x', {})).toMatchObject({ kind: 'transient', retryAfterMs: 2000 })
  // It asked to be left alone, so it is: neither is called again.
  expect([sent.length, asked.sent.length]).toEqual([1, 1])
  expect(await asked.client.get('/v2/x', {})).toMatchObject({ kind: 'transient', code: 'CIRCUIT_OPEN' })
  expect(asked.sent).toHaveLength(1)
})

test.each([
  ['not JSON', { status: 200, body: '<html>' }],
  ['JSON of another shape', { status: 200, body: '[]' }],
  ['an empty object', { status: 200, body: '{}' }],
  ['a gateway error', { status: 502, body: 'Bad Gateway' }],
])('%s: a change may have happened, a question can be asked again', async (_what, answer) => {
  expect((await clientOver([answer]).client.post('/v2/x', {})).kind).toBe('indeterminate')
  expect((await clientOver([answer, answer, answer]).client.get('/v2/x', {})).kind).toBe('transient')
})

test('a lost answer to a change is never repeated', async () => {
  const { client, sent } = clientOver([new HttpFailure('timeout', true)])
  expect(shown(await client.post('/v2/x', {}))).toBe('indeterminate TIMEOUT')
  expect(sent).toHaveLength(1)
})

test('what was never sent is tried again', async () => {
  const { client, sent } = clientOver([new HttpFailure('connect', false), json({ code: 0 })])
  expect(shown(await client.post('/v2/x', {}))).toBe('ok')
  expect(sent).toHaveLength(2)
})

test('after a time-out a question is not asked again: its time is used up', async () => {
  const { client, sent } = clientOver([new HttpFailure('timeout', true)])
  expect(shown(await client.get('/v2/x', {}))).toBe('transient TIMEOUT')
  expect(sent).toHaveLength(1)
})

test('a vendor that stays silent is left alone for a while', async () => {
  const { client, sent } = clientOver(Array.from({ length: 12 }, () => new HttpFailure('timeout', true)))
  for (let index = 0; index < 12; index++) await client.get('/v2/x', {})
  expect(sent).toHaveLength(10)
  expect(shown(await client.get('/v2/x', {}))).toBe('transient CIRCUIT_OPEN')
})

test('what is no failure of the network is nobody’s outcome', async () => {
  const { client } = clientOver([])
  await expect(client.post('/v2/x', {})).rejects.toThrow('no more answers')
})

test('a question is a GET; what changes something is JSON by its type', async () => {
  const { client, sent } = clientOver([json({ code: 0 }), json({ code: 0 })])
  await client.get('/v2/x', {})
  await client.post('/v2/x', {})
  expect(sent.map(({ method, headers }) => [method, headers['content-type']])).toEqual([
    ['GET', undefined],
    ['POST', 'application/json;charset=UTF-8'],
  ])
})

test('what is not the envelope is told by its HTTP status, a code that is none by a word of ours', async () => {
  expect(await clientOver([{ status: 502, body: '{}' }]).client.post('/v2/x', {})).toEqual({
    kind: 'indeterminate',
    code: 'HTTP_502',
    detail: 'the answer is not the documented envelope',
  })
  expect(await clientOver([json({ code: '<b>' })]).client.post('/v2/x', {})).toEqual({
    kind: 'indeterminate',
    code: 'unknown',
    detail: 'undocumented code',
  })
})
