import { ask, until } from '../kit/test-support'
import {
  APP_ID,
  NOW,
  PERSON,
  PERSON_PATH,
  signedHeaders,
  startTestSimulator,
  type TestSimulator,
} from './test-support'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

const BODY = JSON.stringify(PERSON)
const OUTLINE = '/v2/identity/auth/api/common/803719636976683872/outline'
const good = (more: Record<string, string> = {}) =>
  signedHeaders({ method: 'POST', target: PERSON_PATH, body: BODY }, more)
const post = (headers: Record<string, string>, body = BODY) =>
  ask(simulator.url, 'POST', PERSON_PATH, body, headers)
const get = (headers: Record<string, string>, path = OUTLINE) =>
  ask(simulator.url, 'GET', path, undefined, headers)
const without = (name: string, headers = good()) => {
  const { [name]: _, ...rest } = headers
  return rest
}
const refused = (message: string, code = 401) => ({ status: code, body: { success: false, code, message } })

describe('a signed call', () => {
  test('that is right passes, with a body and without', async () => {
    expect((await post(good())).body.code).toBe(0)
    expect((await get(signedHeaders({ method: 'GET', target: OUTLINE }))).body.code).toBe(30500001)
  })

  test.each([
    ['Accept', { accept: 'application/json' }],
    ['Content-Type without the blank', { 'content-type': 'application/json;charset=UTF-8' }],
    ['a Date', { date: 'Wed, 01 Jan 2025 00:00:00 GMT' }],
  ])('may have another %s when it signs what it sends', async (_, more) => {
    expect((await post(good(more))).body.code).toBe(0)
  })

  test('without body may leave Content-Type out and signs it empty', async () => {
    const headers = signedHeaders({ method: 'GET', target: OUTLINE }, { 'content-type': '' })
    expect((await get(without('content-type', headers))).body.code).toBe(30500001)
  })

  test.each([
    ['app-id', 'x-tsign-open-app-id'],
    ['timestamp', 'x-tsign-open-ca-timestamp'],
    ['signature', 'x-tsign-open-ca-signature'],
    ['Content-MD5 of its body', 'content-md5'],
  ])('without %s is refused', async (_, name) => {
    expect(await post(without(name))).toMatchObject(refused('缺少参数'))
  })

  test('without auth mode counts as a call with a token', async () => {
    expect(await post(without('x-tsign-open-auth-mode'))).toMatchObject(refused('TOKEN_CANT_BE_NULL'))
    expect(await post({})).toMatchObject(refused('TOKEN_CANT_BE_NULL'))
  })

  test.each(['signature', 'SIGNATURE', 'Token'])('of the mode %s is refused', async mode => {
    expect(await post(good({ 'x-tsign-open-auth-mode': mode }))).toMatchObject(
      refused('AUTHSTRATEGY_NOT_FOUND'),
    )
  })

  test.each(['5111000001', 'test'])('of the application %s is refused', async appId => {
    expect(await post(good({ 'x-tsign-open-app-id': appId }))).toMatchObject(refused('无效的应用'))
  })

  test('is checked for its application before its time, and for both before its route', async () => {
    const headers = good({ 'x-tsign-open-app-id': 'test', 'x-tsign-open-ca-timestamp': '1' })
    expect(await post(headers)).toMatchObject(refused('无效的应用'))
    expect(await get(headers, '/v3/not-exist-xyz')).toMatchObject(refused('无效的应用'))
  })

  test('to an unknown path is 401 too', async () => {
    const answer = await get(signedHeaders({ method: 'GET', target: '/v3/nothing' }), '/v3/nothing')
    expect(answer).toMatchObject(refused('SANDBOX: GET /v3/nothing is not simulated'))
  })

  test.each([
    ['in seconds', '1700000000'],
    ['in words', '2023-11-14T22:13:20Z'],
    ['16 minutes old', String(NOW - 16 * 60_000)],
    ['16 minutes ahead', String(NOW + 16 * 60_000)],
  ])('with a timestamp %s is refused', async (_, timestamp) => {
    expect(await post(good({ 'x-tsign-open-ca-timestamp': timestamp }))).toMatchObject(
      refused('INVALID_TIMESTAMP'),
    )
  })

  test.each([NOW - 14 * 60_000, NOW + 14 * 60_000])('with the timestamp %s passes', async timestamp => {
    expect((await post(good({ 'x-tsign-open-ca-timestamp': String(timestamp) }))).body.code).toBe(0)
  })

  test('for another algorithm is refused openly', async () => {
    const answer = await post(good({ 'x-tsign-open-ca-signature-algorithm': 'HmacSM3' }))
    expect(answer).toMatchObject(refused('SANDBOX: only HmacSHA256 is simulated'))
  })
})

describe('a signature is refused', () => {
  const INVALID = refused('INVALID_SIGNATURE')

  test('with another secret', async () => {
    const headers = signedHeaders({ method: 'POST', target: PERSON_PATH, body: BODY, secret: 'other' })
    expect(await post(headers)).toMatchObject(INVALID)
  })

  test.each([
    ['Content-Type on the wire without the blank', { 'content-type': 'application/json;charset=UTF-8' }],
    ['Content-Type on the wire in another case', { 'content-type': 'application/json; charset=utf-8' }],
    ['another Accept on the wire', { accept: 'application/json' }],
    ['a Date on the wire that was not signed', { date: 'Wed, 01 Jan 2025 00:00:00 GMT' }],
    ['MD5 as hex', { 'content-md5': '68ae9e4a4df5b4fc0e54d4b2d8c2a7f3' }],
  ])('with %s', async (_, changed) => {
    expect(await post({ ...good(), ...changed })).toMatchObject(INVALID)
  })

  test('when the body was serialised anew after signing', async () => {
    expect(await post(good(), JSON.stringify(PERSON, null, 1))).toMatchObject(INVALID)
  })

  test('when a call without body signs or sends the MD5 of nothing', async () => {
    const nothing = '1B2M2Y8AsgTpgAmY7PhCfg=='
    const headers = signedHeaders({ method: 'GET', target: OUTLINE })
    expect(await get({ ...headers, 'content-md5': nothing })).toMatchObject(INVALID)
  })

  test('when the method is not in it', async () => {
    expect(await get(signedHeaders({ method: 'POST', target: OUTLINE }))).toMatchObject(INVALID)
  })

  test.each(['http://127.0.0.1', ''])('when the path was signed as %s and something else', async prefix => {
    const target = prefix === '' ? `${OUTLINE}/` : prefix + OUTLINE
    expect(await get(signedHeaders({ method: 'GET', target }))).toMatchObject(INVALID)
  })
})

describe('a signed query', () => {
  const path = '/v3/persons/identity-info'
  const sent = `${path}?psnIDCardType=CRED_PSN_CH_IDCARD&psnIDCardNum=110101199001010015`
  const signed = (target: string, wire = sent) => get(signedHeaders({ method: 'GET', target }), wire)

  test('is sorted by key', async () => {
    const sorted = `${path}?psnIDCardNum=110101199001010015&psnIDCardType=CRED_PSN_CH_IDCARD`
    expect((await signed(sorted)).body.code).toBe(1450008)
    expect(await signed(sent)).toMatchObject(refused('INVALID_SIGNATURE'))
  })

  test('may not be left out', async () => {
    expect(await signed(path)).toMatchObject(refused('INVALID_SIGNATURE'))
  })

  test('is raw in the string and encoded on the wire', async () => {
    const org = '/v3/organizations/identity-info'
    const raw = `${org}?orgName=示例科技有限公司`
    expect((await signed(raw, encodeURI(raw))).body.code).toBe(1450008)
    expect(await signed(encodeURI(raw), encodeURI(raw))).toMatchObject(refused('INVALID_SIGNATURE'))
  })

  test('writes a key without value alone', async () => {
    const org = '/v3/organizations/identity-info'
    expect(
      (await signed(`${org}?orgIDCardType&orgName=a`, `${org}?orgName=a&orgIDCardType=`)).body.code,
    ).toBe(1450008)
  })
})

describe('custom headers', () => {
  const call = (custom: string, more: Record<string, string>) =>
    get(signedHeaders({ method: 'GET', target: OUTLINE, custom }, more))

  test('are signed in the order of their keys', async () => {
    const more = { 'x-a': '1', 'x-b': '2', 'x-tsign-open-ca-signature-headers': 'X-B,X-A' }
    expect((await call('X-A:1\nX-B:2', more)).body.code).toBe(30500001)
    expect(await call('X-B:2\nX-A:1', more)).toMatchObject(refused('INVALID_SIGNATURE'))
  })

  test('that are listed must be sent', async () => {
    expect(await call('X-A:1', { 'x-tsign-open-ca-signature-headers': 'X-A' })).toMatchObject(
      refused('缺少参数'),
    )
  })

  test('never are those that have a line of their own', async () => {
    expect((await call('', { 'x-tsign-open-ca-signature-headers': 'Accept,Date' })).body.code).toBe(30500001)
  })
})

describe('the allow-list', () => {
  test('without the caller’s address answers 403, whatever else is right', async () => {
    await simulator.close()
    simulator = await startTestSimulator({ allowedIps: ['198.51.100.7'] })
    expect(await post(good())).toMatchObject(refused('IP白名单不匹配', 403))
    const token = await ask(simulator.url, 'GET', `/v1/oauth2/access_token?appId=${APP_ID}`)
    expect(token.status).toBe(403)
  })

  test('can be changed at run time and is restored by a reset', async () => {
    expect((await simulator.control('POST', 'allowed-ips', { ips: [] })).body).toEqual({ ips: [] })
    expect((await post(good())).status).toBe(403)
    await simulator.control('POST', 'allowed-ips', { ips: ['*'] })
    expect((await post(good())).body.code).toBe(0)
    await simulator.control('POST', 'allowed-ips', { ips: [] })
    await simulator.control('POST', 'reset')
    expect((await simulator.control('GET', 'allowed-ips')).body).toEqual({ ips: ['127.0.0.1'] })
  })

  test('does not keep persons from their pages', async () => {
    await simulator.control('POST', 'allowed-ips', { ips: [] })
    expect((await fetch(`${simulator.url}/mini-program`)).status).toBe(200)
  })
})

test('more requests than allowed within a second are refused, and not for longer', async () => {
  await simulator.close()
  simulator = await startTestSimulator({ requestsPerSecond: 3 })
  const answers = await Promise.all(Array.from({ length: 4 }, () => post(good())))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429])
  await until(async () => (await post(good())).status === 200)
})
