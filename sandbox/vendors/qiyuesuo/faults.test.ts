import { isRecord } from '../../record'
import { PERSON, signedHeaders, startTestSimulator, type TestSimulator, TOKEN_PATH } from './test-support'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

const next = (order: unknown) => simulator.control('POST', 'next', order)
const token = () => simulator.api('POST', TOKEN_PATH, PERSON)
const attempts = async () => {
  const { body } = await simulator.control('GET', 'attempts')
  return Array.isArray(body.attempts) ? body.attempts.length : 0
}

describe('a scripted fault', () => {
  test('error answers in the vendor’s form without processing', async () => {
    await next({ error: { code: 1001, message: 'ERROR' } })
    const answer = await token()
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({ message: 'ERROR', code: 1001, responseCode: '21990001' })
    expect(await attempts()).toBe(0)
    expect((await token()).body.code).toBe(0)
  })

  test('error takes the HTTP status it is given, or the one of its code', async () => {
    await next({ error: { httpStatus: 503, code: '9', message: 'X' } })
    expect((await token()).status).toBe(503)
    await next({ error: { code: 442, message: 'INVALID TOKEN' } })
    expect((await token()).status).toBe(442)
  })

  test('drop before leaves nothing behind', async () => {
    await next({ drop: 'before' })
    await expect(token()).rejects.toThrow()
    expect(await attempts()).toBe(0)
  })

  test('drop after was processed, but nobody was told', async () => {
    await next({ drop: 'after' })
    await expect(token()).rejects.toThrow()
    expect(await attempts()).toBe(1)
    const { body } = await simulator.control('GET', 'log')
    expect(body.entries).toEqual([
      expect.objectContaining({ status: null, note: expect.stringContaining('processed, then dropped') }),
    ])
  })

  test('hang never answers, and does not keep the simulator from closing', async () => {
    await next({ hang: true })
    const call = fetch(simulator.url + TOKEN_PATH, {
      method: 'POST',
      body: '{}',
      signal: AbortSignal.timeout(100),
    })
    await expect(call).rejects.toThrow('aborted')
  })

  test('garbage is 200 without JSON', async () => {
    await next({ garbage: true })
    const response = await fetch(simulator.url + TOKEN_PATH, { method: 'POST', headers: signedHeaders() })
    expect(response.status).toBe(200)
    expect(await response.text()).toMatch(/^<html>/)
    expect(await attempts()).toBe(0)
  })

  test('latency processes at once and answers late', async () => {
    await next({ latencyMs: 120 })
    const startedAt = performance.now()
    const answer = token()
    await new Promise(resolve => setTimeout(resolve, 60))
    expect(await attempts()).toBe(1)
    expect((await answer).body.code).toBe(0)
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(115)
  })

  test('waits for its path, and as often as it says', async () => {
    await next({ path: '/v2/personalauth/result', times: 2, error: { code: 1001, message: 'ERROR' } })
    expect((await token()).body.code).toBe(0)
    expect((await simulator.result('authId=1')).body.code).toBe(1001)
    expect((await simulator.result('authId=1')).body.code).toBe(1001)
    expect((await simulator.result('authId=1')).body.code).toBe(1604)
  })

  test('without a path leaves pages alone', async () => {
    const ticket = await simulator.ticket()
    await next({ garbage: true })
    expect(await simulator.page(ticket)).toContain('id="pass"')
    const { body } = await simulator.control('GET', 'next')
    expect(body.queue).toEqual([{ id: 1, appliesTo: 'request', timesLeft: 1, garbage: true }])
  })
})

describe('an order', () => {
  test.each<[unknown, string]>([
    [
      { latency: 5 },
      'unknown key "latency" in the body; known keys: path, times, latencyMs, error, drop, hang,',
    ],
    [{}, 'orders nothing'],
    [{ path: '/v2/' }, 'orders nothing'],
    [{ path: 'v2', hang: true }, 'path must start with "/"'],
    [{ times: 0, hang: true }, 'times must be a whole number from 1 to 1000'],
    [{ latencyMs: '5' }, 'latencyMs must be a whole number'],
    [{ error: { message: 'X' } }, 'error.code is required'],
    [{ error: { code: 1, message: 'X', status: 500 } }, 'unknown key "status" in error'],
    [{ drop: 'during' }, 'drop must be one of before, after, not "during"'],
    [{ hang: false }, 'hang can only be true'],
    [{ garbage: 1 }, 'garbage must be true or false'],
    [{ hang: true, drop: 'after' }, 'asks for drop and hang'],
    [{ outcome: 'passed' }, 'outcome must be one of pass, fail, review'],
    [{ auto: true }, 'has "auto" without "outcome"'],
    [{ callback: 'never' }, 'callback must be one of normal, missing, duplicate, late, before-return'],
    [{ callbackDelayMs: -1 }, 'callbackDelayMs must be a whole number'],
    [[], 'the body must be an object, not an array'],
  ])('%j is refused', async (order, reason) => {
    const answer = await next(order)
    expect(answer.status).toBe(400)
    expect(answer.body.error).toContain(reason)
    expect((await simulator.control('GET', 'next')).body).toEqual({ queue: [] })
  })

  test('for a request and a person is queued as two', async () => {
    const answer = await next({ latencyMs: 1, outcome: 'fail' })
    expect(answer.body).toEqual({
      queued: [1, 2],
      queue: [
        { id: 1, appliesTo: 'request', timesLeft: 1, latencyMs: 1 },
        { id: 2, appliesTo: 'person', timesLeft: 1, outcome: 'fail' },
      ],
    })
  })
})

describe('the log', () => {
  const entries = async (query = '') => {
    const { body } = await simulator.control('GET', `log${query}`)
    return Array.isArray(body.entries) ? body.entries.filter(isRecord) : []
  }

  test('shows calls with their secrets cut', async () => {
    const ticket = await simulator.ticket()
    await simulator.page(ticket)
    const [call, opened] = await entries()
    expect(call).toMatchObject({
      id: 1,
      direction: 'in',
      method: 'POST',
      path: TOKEN_PATH,
      headers: {
        'x-qys-open-accesstoken': 'sand…',
        'x-qys-open-signature': expect.stringMatching(/^[0-9a-f]{4}…$/),
      },
      body: PERSON,
      status: 200,
      answer: { code: 0, result: { ticket: `${ticket.slice(0, 4)}…` } },
    })
    expect(opened).toMatchObject({
      path: '/plugin/personal-auth',
      query: { ticket: `${ticket.slice(0, 4)}…` },
    })
    expect(JSON.stringify(await entries())).not.toContain(ticket)
  })

  test('cuts a link where it is answered and where it is opened', async () => {
    const { authUrl } = await simulator.link()
    await fetch(authUrl)
    const secret = authUrl.split('/').at(-1) ?? ''
    const all = JSON.stringify(await entries())
    expect(all).not.toContain(secret)
    expect(all).toContain(`/h5/personal-auth/${secret.slice(0, 4)}…`)
  })

  test('is read from an id on and by path, and counts calls', async () => {
    await token()
    await token()
    await simulator.result('authId=1')
    expect(await entries('?since=2')).toHaveLength(1)
    expect(await entries(`?path=${TOKEN_PATH}`)).toHaveLength(2)
    expect((await simulator.control('GET', 'log')).body.counts).toEqual({
      'POST /v2/personalauth/miniappexchange': 2,
      'GET /v2/personalauth/result': 1,
    })
    await simulator.control('DELETE', 'log')
    expect((await simulator.control('GET', 'log')).body).toEqual({ entries: [], counts: {} })
    await token()
    expect((await entries())[0]?.id).toBe(4)
  })

  test('says why a call was refused', async () => {
    await simulator.api('POST', TOKEN_PATH, {})
    expect((await entries())[0]?.note).toBe('INVALID PARAM,user is required')
  })
})

describe('the control', () => {
  const withOrigin = (origin: string, method = 'POST') =>
    fetch(`${simulator.url}/__sandbox/reset`, { method, headers: { origin } })

  test('allows pages of this machine', async () => {
    const response = await withOrigin('http://127.0.0.1:8686')
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:8686')
    const preflight = await withOrigin('http://127.0.0.1:8686', 'OPTIONS')
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-methods')).toContain('DELETE')
  })

  test.each(['http://127.0.0.1.example.test', 'https://example.test', 'null'])(
    'refuses pages of %s',
    async origin => {
      const response = await withOrigin(origin)
      expect(response.status).toBe(403)
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    },
  )

  test('deleting the queue forgets what was ordered, and nothing else', async () => {
    await simulator.ticket()
    await simulator.control('POST', 'next', { hang: true })
    expect((await simulator.control('DELETE', 'next')).body).toEqual({ queue: [] })
    expect((await simulator.control('GET', 'log')).body.counts).not.toEqual({})
  })

  test('reset forgets log, queue, state, nonces and clock', async () => {
    await simulator.act(await simulator.session(await simulator.ticket()), 'pass')
    await next({ hang: true })
    await simulator.control('POST', 'clock', { offsetMs: 1000 })
    await simulator.control('POST', 'reset')
    expect((await simulator.control('GET', 'log')).body.entries).toEqual([])
    expect((await simulator.control('GET', 'next')).body.queue).toEqual([])
    expect((await simulator.control('GET', 'clock')).body.offsetMs).toBe(0)
    const { body } = await simulator.result('contact=13800000000&contactType=MOBILE')
    expect(body.result).toEqual({ realName: false })
  })

  test.each([{}, { offsetMs: '5' }, { offset: 5 }])('refuses the clock order %j', async order => {
    expect((await simulator.control('POST', 'clock', order)).status).toBe(400)
  })

  test('knows what it does not know', async () => {
    expect((await simulator.control('GET', 'nothing')).status).toBe(404)
  })
})
