import { readFileSync } from 'node:fs'
import { contentMd5, noticeSignature, pathAndParameters, sign, stringToSign } from './signature'

interface RequestRow {
  id: string
  secret: string
  stringToSign?: string
  method?: string
  path?: string
  contentType?: string
  body?: string
  contentMd5?: string
  signature: string
}
interface CallbackRow {
  id: string
  secret: string
  timestamp: string
  query: Record<string, string>
  body: string
  hex: string
}

const vectors = JSON.parse(readFileSync('test/vectors/esign.json', 'utf8')) as {
  request: RequestRow[]
  callback: CallbackRow[]
}

const SECRET = 'test-secret-0123456789abcdef0123'
const TYPE = 'application/json; charset=UTF-8'
const get = { method: 'GET', accept: '*/*', contentMd5: '', contentType: TYPE, date: '', headers: '' }

describe('the signature of a request', () => {
  test.each(vectors.request)('agrees with vector $id', row => {
    const body = Buffer.from(row.body ?? '')
    const text =
      row.stringToSign ??
      stringToSign({
        method: row.method ?? '',
        accept: '*/*',
        contentMd5: contentMd5(body),
        contentType: row.contentType ?? '',
        date: '',
        headers: '',
        target: row.path ?? '',
      })
    expect(contentMd5(body)).toBe(row.contentMd5 ?? '')
    expect(sign(text, row.secret)).toBe(row.signature)
  })

  test('keeps the lines of empty members, and has none for absent headers', () => {
    expect(stringToSign({ ...get, contentType: '', target: '/x' })).toBe('GET\n*/*\n\n\n\n/x')
  })

  test('of a query agrees with the published one', () => {
    const target = pathAndParameters(
      '/v3/persons/identity-info',
      new URLSearchParams('psnIDCardType=CRED_PSN_CH_IDCARD&psnIDCardNum=110101199003070000'),
    )
    expect(sign(stringToSign({ ...get, target }), SECRET)).toBe(
      '5jd+S07Je7xvr3AZhyRHStUjSwZKn1h4MgWRppLCbNc=',
    )
  })

  test('has custom headers and a date in their lines', () => {
    const target = '/v3/auth-flow/OF-0001'
    expect(sign(stringToSign({ ...get, headers: 'X-A:1\nX-B:2', target }), SECRET)).toBe(
      'WVC/uyR5zSGftyRinZY9cVNdztMefjFYQTHakjkVrus=',
    )
    expect(sign(stringToSign({ ...get, date: 'Wed, 01 Jan 2025 00:00:00 GMT', target }), SECRET)).toBe(
      'cigExaTXy8BRywcFu6vZZ5PpcPyyR3mSOriEd67IHYY=',
    )
  })
})

test.each([
  ['sorts keys and does not encode', 'b=2&a=%E6%9F%90', '/x?a=某&b=2'],
  ['writes a key without its empty value', 'orgIDCardType=&orgName=a', '/x?orgIDCardType&orgName=a'],
  ['takes the first of repeated values', 'a=1&a=2', '/x?a=1'],
  ['writes no question mark without a query', '', '/x'],
])('a signed path %s', (_, query, expected) => {
  expect(pathAndParameters('/x', new URLSearchParams(query))).toBe(expected)
})

describe('the signature of a notice', () => {
  test.each(vectors.callback)('agrees with vector $id', ({ secret, timestamp, query, body, hex }) => {
    expect(noticeSignature({ timestamp, query: new URLSearchParams(query), body, secret })).toBe(hex)
  })

  test('takes the query’s values in the order of their keys', () => {
    const [, row] = vectors.callback
    const { timestamp = '', body = '', secret = '' } = row ?? {}
    const query = new URLSearchParams('orderNo=001&belong=pinjie')
    expect(noticeSignature({ timestamp, query, body, secret })).toBe(
      '69e552c55cc56375c9a1a6ad2fde80df3515167c1201f4d83202dd938244d990',
    )
  })
})
