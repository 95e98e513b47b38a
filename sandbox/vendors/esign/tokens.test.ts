import { ask, textOf } from '../kit/test-support'
import {
  APP_ID,
  NOW,
  PERSON,
  PERSON_PATH,
  SECRET,
  startTestSimulator,
  type TestSimulator,
} from './test-support'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

const MINUTE = 60_000
const oauth = (path: string, query: Record<string, string>) =>
  ask(simulator.url, 'GET', `/v1/oauth2/${path}?${new URLSearchParams(query)}`)
const ask1 = (query: Record<string, string> = {}) =>
  oauth('access_token', { appId: APP_ID, secret: SECRET, grantType: 'client_credentials', ...query })
const token = async () => textOf((await ask1()).body, 'data', 'token')
const call = (headers: Record<string, string>) =>
  ask(simulator.url, 'POST', PERSON_PATH, PERSON, { 'x-tsign-open-app-id': APP_ID, ...headers })
const codeWith = async (value: string) => (await call({ 'x-tsign-open-token': value })).body.code

describe('a token', () => {
  test('is given with the moment it ends at, as text', async () => {
    expect((await ask1()).body).toEqual({
      code: 0,
      message: '成功',
      data: {
        token: expect.any(String),
        expiresIn: String(NOW + 120 * MINUTE),
        refreshToken: expect.any(String),
      },
    })
  })

  test('opens the vendor’s interface without a signature', async () => {
    expect(await codeWith(await token())).toBe(0)
  })

  test('lives for 120 minutes', async () => {
    const given = await token()
    await simulator.passTime(120 * MINUTE - 1)
    expect(await codeWith(given)).toBe(0)
    await simulator.passTime(1)
    const answer = await call({ 'x-tsign-open-token': given })
    expect(answer.status).toBe(401)
    expect(answer.body).toEqual({ success: false, code: 401, message: 'TOKEN错误' })
  })

  test('that was replaced lives for five minutes more', async () => {
    const first = await token()
    const second = await token()
    await simulator.passTime(5 * MINUTE - 1)
    expect(await codeWith(first)).toBe(0)
    await simulator.passTime(1)
    expect(await codeWith(first)).toBe(401)
    expect(await codeWith(second)).toBe(0)
  })

  test('that was replaced twice is dead at once', async () => {
    const first = await token()
    await token()
    await token()
    expect(await codeWith(first)).toBe(401)
  })

  test('is refreshed once with its refreshToken', async () => {
    const given = (await ask1()).body
    const query = {
      appId: APP_ID,
      refreshToken: textOf(given, 'data', 'refreshToken'),
      grantType: 'refresh_token',
    }
    const next = textOf((await oauth('refresh_token', query)).body, 'data', 'token')
    expect(await codeWith(next)).toBe(0)
    expect((await oauth('refresh_token', query)).body.message).toBe('TOKEN错误')
  })
})

test.each([
  ['an unknown AppId', { appId: 'test' }],
  ['another secret', { secret: 'test' }],
])('%s is a business error with HTTP 200', async (_, query) => {
  const answer = await ask1(query)
  expect(answer.status).toBe(200)
  expect(answer.body).toEqual({ code: 72000032, message: '应用停用或应用不存在', data: null })
})

test.each<Record<string, string>>([{ appId: '' }, { secret: '' }, { grantType: 'password' }])(
  '%j is refused',
  async query => {
    expect((await ask1(query)).body).toEqual({ success: false, code: 401, message: '缺少参数' })
  },
)

test.each([
  ['no token', {}, 'TOKEN_CANT_BE_NULL'],
  ['an unknown token', { 'x-tsign-open-token': 'test' }, 'TOKEN错误'],
  ['an unknown application', { 'x-tsign-open-app-id': 'test', 'x-tsign-open-token': 'test' }, '无效的应用'],
  [
    'a token and the mode Signature',
    { 'x-tsign-open-token': 'x', 'x-tsign-open-auth-mode': 'Signature' },
    '缺少参数',
  ],
])('a call with %s is refused', async (_, headers, message) => {
  expect((await call(headers as Record<string, string>)).body.message).toBe(message)
})

test('the secret and the token are cut in the log', async () => {
  const given = await token()
  await codeWith(given)
  const log = JSON.stringify((await simulator.control('GET', 'log')).body)
  expect(log).not.toContain(SECRET)
  expect(log).not.toContain(given)
})
