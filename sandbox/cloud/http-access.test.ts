import { cleanUp, startTestCloud, type TestCloud } from './testing/cloud'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud([
    { name: 'callback', fixture: 'plain', timeoutSeconds: 5 },
    { name: 'sdk', fixture: 'sdk', config: { permissions: { openapi: ['wxacode.getUnlimited'] } } },
  ])
})
afterAll(cleanUp)

const http = (path: string, init?: RequestInit) => fetch(`${cloud.url}/http/callback${path}`, init)
const answering = (answer: unknown) => http(`?do=answer&answer=${encodeURIComponent(JSON.stringify(answer))}`)

interface Seen {
  event: { body: string; isBase64Encoded: boolean; headers: Record<string, string>; path: string }
}

const seen = async (path: string, init?: RequestInit) => (await (await http(path, init)).json()) as Seen

test('the event is the integrated request', async () => {
  const { event } = await seen('/qiyuesuo/notice?a=1&b=%E4%B8%AD', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Timestamp': '5' },
    body: '{"b": "中"}',
  })
  expect(event).toEqual({
    path: '/qiyuesuo/notice',
    httpMethod: 'POST',
    headers: expect.objectContaining({ 'content-type': 'application/json', 'x-timestamp': '5' }),
    queryStringParameters: { a: '1', b: '中' },
    requestContext: {
      requestId: expect.any(String),
      envId: 'sandbox-env',
      appId: 'wxsandbox0000000001',
      uin: '',
    },
    body: '{"b": "中"}',
    isBase64Encoded: false,
  })
})

test.each([
  ['application/json; charset=utf-8', '{"a":1}', false],
  ['application/x-www-form-urlencoded', 'a=1', false],
  ['text/xml', '<a/>', false],
  ['application/vnd.vendor+json', '{}', false],
  ['application/octet-stream', 'abc', true],
  ['multipart/form-data; boundary=x', 'abc', true],
])('a body of type %s keeps its bytes', async (type, body, isBase64Encoded) => {
  const { event } = await seen('/', { method: 'POST', headers: { 'content-type': type }, body })
  expect(event.isBase64Encoded).toBe(isBase64Encoded)
  expect(Buffer.from(event.body, isBase64Encoded ? 'base64' : 'utf8').toString()).toBe(body)
})

test('a request without body has an empty text', async () => {
  expect((await seen('')).event).toMatchObject({ path: '/', body: '', isBase64Encoded: false })
})

test.each([
  ['application/json', 100 * 1024, 200],
  ['application/json', 100 * 1024 + 1, 413],
  ['application/octet-stream', 6 * 1024 * 1024 + 1, 413],
])('a body of type %s and %d bytes answers %d', async (type, size, status) => {
  const response = await http('/?do=state', {
    method: 'POST',
    headers: { 'content-type': type },
    body: Buffer.alloc(size, 'a'),
  })
  expect(response.status).toBe(status)
  if (status === 413) expect(await response.json()).toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' })
})

test('a binary body of 6 MB passes the door; base64 makes the event larger than the answer may be', async () => {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.alloc(6 * 1024 * 1024),
  }
  expect((await http('/?do=state', init)).status).toBe(200)
})

describe('answers', () => {
  test.each([
    ['a text', 'success', 200, 'text/plain; charset=utf-8', 'success'],
    ['a number', 7, 200, 'text/plain; charset=utf-8', '7'],
    ['an object', { code: 0 }, 200, 'application/json; charset=utf-8', '{"code":0}'],
    [
      'an integrated answer',
      { statusCode: 202, headers: { 'Content-Type': 'text/xml' }, body: '<ok/>' },
      202,
      'text/xml',
      '<ok/>',
    ],
    [
      'an encoded integrated answer',
      { statusCode: 200, headers: { 'content-type': 'image/png' }, body: 'UE5H', isBase64Encoded: true },
      200,
      'image/png',
      'PNG',
    ],
  ])('%s', async (_what, answer, status, type, body) => {
    const response = await answering(answer)
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      status,
      type,
      body,
    ])
  })

  test('a malformed integrated answer is an error of the function', async () => {
    expect((await answering({ statusCode: 9000, body: '' })).status).toBe(500)
    expect((await answering({ statusCode: 200, body: { not: 'a text' } })).status).toBe(500)
  })

  test('a function that throws, and one that does not exist', async () => {
    expect((await http('/?do=throw')).status).toBe(500)
    expect((await fetch(`${cloud.url}/http/nobody/`)).status).toBe(404)
  })
})

describe('no WeChat user', () => {
  const post = (code: string, headers: Record<string, string> = {}) =>
    fetch(`${cloud.url}/http/sdk/`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', ...headers },
      body: code,
    })

  test('a claimed openid changes nothing', async () => {
    const { event } = await seen('/', { headers: { 'x-wx-openid': 'o-forged' } })
    expect(event).not.toHaveProperty('userInfo')
    const env = await (await http('/?do=env', { headers: { 'x-wx-openid': 'o-forged' } })).json()
    expect(Object.keys(env as object).filter(name => name.startsWith('WX_'))).toEqual([])
    expect(env).toMatchObject({ TCB_SOURCE: 'wx_http' })
  })

  test('openapi has no token', async () => {
    const body = `({ cloud }) => cloud.openapi.wxacode.getUnlimited({ scene: 'a' }).then(() => 0, error => String(error.errCode))`
    expect(await (await post(body)).text()).toBe('-604104')
  })
})
