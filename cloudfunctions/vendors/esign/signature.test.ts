import { readFileSync } from 'node:fs'
import { contentMd5, sign, signedHeaders, stringToSign } from './signature'
import { secret } from './test-support'

interface RequestVector {
  id: string
  secret: string
  signature: string
  stringToSign?: string
  method?: 'GET' | 'POST'
  path?: string
  body?: string
  contentMd5?: string
}
const vectors = JSON.parse(readFileSync('test/vectors/esign.json', 'utf8')) as { request: RequestVector[] }
const whole = vectors.request.filter(each => each.stringToSign !== undefined)
const parts = vectors.request.filter(each => each.path !== undefined)

test('every vector is one of a whole text or of its parts', () => {
  expect([...whole, ...parts].map(each => each.id).sort()).toEqual(['A', 'B', 'T1', 'T2'])
})

test.each(whole)('vector $id: the signature of a text', ({ secret, stringToSign: text = '', signature }) => {
  expect(sign(text, secret)).toBe(signature)
})

test.each(parts)(
  'vector $id: method, path and body',
  ({ secret, method = 'GET', path = '', body = '', contentMd5: md5 = '', signature }) => {
    expect(contentMd5(body)).toBe(md5)
    expect(sign(stringToSign({ method, path, body }), secret)).toBe(signature)
  },
)

/** Computed with openssl from the rules of the vendor's page; agrees with no live server. */
test('a body with Chinese in it is signed by its bytes', () => {
  const body =
    '{"indivInfo":{"name":"张三","certType":"INDIVIDUAL_CH_IDCARD"},"contextInfo":{"contextId":"ctx-001","notifyUrl":"https://example.com/esign/notify","redirectUrl":""}}'
  const path = '/v2/identity/auth/web/indivAuthUrl'
  expect(contentMd5(body)).toBe('CcdCSENEf4r9+5eWlaHZag==')
  expect(sign(stringToSign({ method: 'POST', path, body }), secret)).toBe(
    'qinDceCWzeJ+niaBIWYOh7nbouMp0bGXYeZsm27OUCs=',
  )
})

test('the text has five line feeds: empty members keep theirs, headers of our own have none, nothing at the end', () => {
  expect(stringToSign({ method: 'GET', path: '/v3/auth-flow/OF-0001', body: '' })).toBe(
    'GET\n*/*\n\napplication/json; charset=UTF-8\n\n/v3/auth-flow/OF-0001',
  )
})

test('the headers of a call with a body', () => {
  const call = { method: 'POST', path: '/v1/invitations/search', body: '{}' } as const
  expect(
    signedHeaders({ appId: '7438000001', appSecret: secret, timestamp: 1700000000000, ...call }),
  ).toEqual({
    accept: '*/*',
    'content-type': 'application/json; charset=UTF-8',
    'content-md5': 'mZFLkyvTelC5g8XnyQrpOw==',
    'x-tsign-open-app-id': '7438000001',
    'x-tsign-open-auth-mode': 'Signature',
    'x-tsign-open-ca-timestamp': '1700000000000',
    'x-tsign-open-ca-signature': sign(stringToSign(call), secret),
  })
})

test('without a body there is no digest, not that of nothing; no date, and no token', () => {
  const call = { method: 'GET', path: '/v3/auth-flow/OF-0001', body: '' } as const
  const headers = signedHeaders({ appId: '7438000001', appSecret: secret, timestamp: 1, ...call })
  expect(Object.keys(headers)).toEqual([
    'accept',
    'content-type',
    'x-tsign-open-app-id',
    'x-tsign-open-auth-mode',
    'x-tsign-open-ca-timestamp',
    'x-tsign-open-ca-signature',
  ])
})
