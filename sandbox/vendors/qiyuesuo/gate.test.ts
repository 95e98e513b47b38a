import { existsSync, readFileSync } from 'node:fs'
import { ask } from '../kit/test-support'
import { signatureOf } from './gate'
import {
  NOW,
  PERSON,
  signedHeaders,
  startTestSimulator,
  type TestSimulator,
  TOKEN_PATH,
} from './test-support'

// Copied from the project's shared vectors, qiyuesuo.json, section "request".
const VECTORS = [
  {
    token: 'testToken01',
    secret: 'testSecret0123456789abcdefghij',
    timestamp: '1700000000000',
    nonce: '11111111-2222-4333-8444-555555555555',
    signature: 'f1ae5e741ab5df79fd20fa6005fd5309',
  },
  {
    token: 'DEMOTOKEN1',
    secret: 'DEMOSECRETDEMOSECRETDEMOSECRET',
    timestamp: '1735689600123',
    nonce: '0f8fad5b-d9cb-469f-a165-70867728950e',
    signature: '4f5c7648ebb07b27fb9c5ad8ff32bd25',
  },
  {
    token: 'test',
    secret: 'test',
    timestamp: '1757586000000',
    nonce: '254775d7-3c7c-4e9d-9880-1d4c5fb3dbd0',
    signature: '712939eab31f33a3d9be03c2a65e84fd',
  },
]

describe('the signature', () => {
  test.each(VECTORS)('of vector $token agrees', ({ signature, ...parts }) => {
    expect(signatureOf(parts)).toBe(signature)
  })

  test('agrees with the shared vector file when it is at hand', () => {
    const file = '../shared/vectors/qiyuesuo.json'
    const rows = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).request : VECTORS
    for (const { signature, ...parts } of rows) expect(signatureOf(parts)).toBe(signature)
  })

  test('without a nonce is another one', () => {
    const [vector] = VECTORS
    expect(vector && signatureOf({ ...vector, nonce: '' })).toBe('eb5bca4c292ebda0640f28afba206e96')
  })
})

describe('the gate', () => {
  let simulator: TestSimulator
  beforeEach(async () => {
    simulator = await startTestSimulator()
  })
  afterEach(() => simulator.close())

  const call = (headers: Record<string, string>, path = TOKEN_PATH) =>
    ask(simulator.url, 'POST', path, PERSON, headers)
  const without = (name: string) => {
    const { [name]: _, ...rest } = signedHeaders()
    return rest
  }

  test('lets a correct call through', async () => {
    expect((await call(signedHeaders())).body).toMatchObject({ code: 0, message: 'SUCCESS' })
  })

  test.each(['accesstoken', 'timestamp', 'nonce', 'signature'])('demands the header %s', async name => {
    const answer = await call(without(`x-qys-open-${name}`))
    expect(answer.status).toBe(441)
    expect(answer.body).toEqual({
      message: `HEADER REQUIRED,x-qys-open-${name}`,
      code: 441,
      responseCode: '11990441',
    })
  })

  test.each(['production-app-token', 'somebody-else'])('refuses the token %s', async token => {
    const answer = await call({ ...signedHeaders(), 'x-qys-open-accesstoken': token })
    expect(answer.status).toBe(442)
    expect(answer.body).toEqual({ message: 'INVALID TOKEN', code: 442, responseCode: '11990442' })
  })

  test('looks at the token before route, nonce, time and signature', async () => {
    const answer = await call(
      {
        'x-qys-open-accesstoken': 'production-app-token',
        'x-qys-open-timestamp': 'yesterday',
        'x-qys-open-signature': 'x',
      },
      '/no/such/path',
    )
    expect(answer.body.code).toBe(442)
  })

  test('looks at the call before the route', async () => {
    expect((await call({}, '/no/such/path')).status).toBe(441)
    expect((await call(signedHeaders(), '/no/such/path')).status).toBe(404)
  })

  test('refuses an upper-case signature and says so', async () => {
    const headers = signedHeaders()
    const signature = headers['x-qys-open-signature']?.toUpperCase() ?? ''
    const answer = await call({ ...headers, 'x-qys-open-signature': signature })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      code: 1005,
      message: 'SANDBOX: the signature is in upper case; it is lower-case hex',
    })
  })

  test.each([
    ['of other parts', 'f1ae5e741ab5df79fd20fa6005fd5309', 'SANDBOX: the signature is not md5('],
    ['too short', 'f1ae', 'SANDBOX: the signature is not 32 lower-case hex characters'],
  ])('refuses a signature %s', async (_, signature, message) => {
    const answer = await call({ ...signedHeaders(), 'x-qys-open-signature': signature })
    expect(answer.body.code).toBe(1005)
    expect(answer.body.message).toMatch(new RegExp(`^${message.replace(/[(]/g, '\\(')}`))
  })

  test.each([
    ['in seconds', '1700000000', 'in seconds'],
    ['in words', '2023-11-14T22:13:20Z', 'not Unix time in milliseconds'],
    ['with a fraction', '1700000000000.5', 'not Unix time in milliseconds'],
    ['16 minutes old', String(NOW - 16 * 60_000), '960 s in the past'],
    ['16 minutes ahead', String(NOW + 16 * 60_000), '960 s in the future'],
  ])('refuses a timestamp %s', async (_, timestamp, message) => {
    const answer = await call(signedHeaders(timestamp))
    expect(answer.body).toMatchObject({ code: 1005, message: expect.stringContaining(message) })
  })

  test.each([NOW - 14 * 60_000, NOW + 14 * 60_000])('accepts the timestamp %s', async timestamp => {
    expect((await call(signedHeaders(String(timestamp)))).body.code).toBe(0)
  })

  test('refuses a nonce twice, and takes it again after 10 minutes', async () => {
    expect((await call(signedHeaders(String(NOW), 'once'))).body.code).toBe(0)
    expect((await call(signedHeaders(String(NOW + 1), 'once'))).body).toMatchObject({
      code: 1005,
      message: expect.stringContaining('SANDBOX: the nonce was used'),
    })
    await simulator.passTime(10 * 60_000 - 1)
    expect((await call(signedHeaders(String(NOW + 2), 'once'))).body.code).toBe(1005)
    await simulator.passTime(1)
    expect((await call(signedHeaders(String(NOW + 3), 'once'))).body.code).toBe(0)
  })

  test('does not use a nonce up on a call it refuses', async () => {
    await call({ ...signedHeaders(String(NOW), 'kept'), 'x-qys-open-signature': '0'.repeat(32) })
    expect((await call(signedHeaders(String(NOW), 'kept'))).body.code).toBe(0)
  })
})
