import { allScopes, createServerWorld, type ServerWorld } from '../../test/support/server-world'
import { routes } from '../contract/server/routes'
import { makeLinks } from '../usecases/integration/links'
import { answerServer } from './answer'

let world: ServerWorld

beforeEach(async () => {
  world = await createServerWorld()
})

const invitation = {
  subject: 'person',
  title: '供应商入驻',
  bizId: 'order-7',
  invitee: { name: '测试员甲', mobile: '13800138000' },
}
const create = (idempotencyKey = 'intent-1', body: unknown = invitation) =>
  world.call('POST', '/invitations', { body, idempotencyKey })

test('a business system invites, reads and takes back', async () => {
  const made = await create()
  expect(made.status).toBe(201)
  expect(made.json).toMatchObject({
    id: expect.stringMatching(/^i_[0-9a-f]{32}$/),
    state: 'pending',
    bizId: 'order-7',
    maskedName: '测试**',
    links: 'pending',
    createdAt: '2023-11-14T22:13:20.000Z',
  })
  expect(made.headers['x-request-id']).toBe('request-1')
  const { id } = made.json
  expect((await world.call('GET', `/invitations/${id}`)).json).toEqual(made.json)
  expect((await world.call('GET', '/invitations', { query: { bizId: 'order-7' } })).json).toEqual({
    items: [made.json],
    nextCursor: null,
  })
  expect((await world.call('GET', '/invitations', { query: { bizId: 'order-8' } })).json.items).toEqual([])
  const revoked = await world.call('POST', `/invitations/${id}/revoke`)
  expect([revoked.status, revoked.json.state]).toEqual([200, 'revoked'])
  const again = await world.call('POST', `/invitations/${id}/resend`, { body: {} })
  expect([again.status, again.json.code]).toEqual([409, 'INVITATION_ENDED'])
})

test('the same Idempotency-Key brings the same answer byte for byte, and makes nothing twice', async () => {
  const first = await create()
  world.pass(60_000)
  const second = await create()
  expect(second.text).toBe(first.text)
  expect(second.status).toBe(201)
  expect(world.store.all('invitations')).toHaveLength(1)
  const other = await create('intent-1', { ...invitation, bizId: 'order-8' })
  expect([other.status, other.json.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED'])
  const missing = await world.call('POST', '/invitations', { body: invitation })
  expect([missing.status, missing.json.code]).toEqual([400, 'IDEMPOTENCY_KEY_MISSING'])
  world.pass(25 * 3600_000)
  const nextDay = await create('intent-1', { ...invitation, bizId: 'order-8' })
  expect([nextDay.status, nextDay.json.bizId]).toEqual([201, 'order-8'])
  expect(world.store.all('invitations')).toHaveLength(2)
})

test('while the first is still at it the second is told to wait', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => create()))
  const made = answers.filter(({ status }) => status === 201)
  const waiting = answers.filter(({ status }) => status === 409)
  expect(made.length).toBeGreaterThan(0)
  expect(made.length + waiting.length).toBe(20)
  expect(new Set(made.map(({ text }) => text)).size).toBe(1)
  for (const { json, headers } of waiting) {
    expect(json.code).toBe('IDEMPOTENCY_IN_PROGRESS')
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
  }
  expect(world.store.all('invitations')).toHaveLength(1)
})

test('a secret is shown again only to whoever repeats the very same call, and stands nowhere in the clear', async () => {
  const body = { url: 'https://hook.example.com/' }
  const first = await world.call('POST', '/webhook-endpoints', { body, idempotencyKey: 'e1' })
  const second = await world.call('POST', '/webhook-endpoints', { body, idempotencyKey: 'e1' })
  expect(second.text).toBe(first.text)
  const stored = JSON.stringify([world.store.all('endpoints'), world.store.all('kept_answers')])
  expect(stored).not.toContain(first.json.secret)
  expect((await world.call('GET', `/webhook-endpoints/${first.json.id}`)).text).not.toContain('whsec_')
})

describe('keys', () => {
  test('missing, malformed, unknown, wrong, expired, revoked', async () => {
    const { key } = await world.newKey(allScopes, 1)
    const wrong = key.slice(0, -1) + (key.endsWith('0') ? '1' : '0')
    const status = async (bearer: string | null) => {
      const { status, json } = await world.call('GET', '/invitations', { key: bearer })
      return [status, json.code]
    }
    expect(await status(key)).toEqual([200, undefined])
    expect(await status(null)).toEqual([401, 'KEY_MISSING'])
    expect(await status('')).toEqual([401, 'KEY_MISSING'])
    const basic = await world.call('GET', '/invitations', {
      key: null,
      headers: { authorization: `Basic ${key}` },
    })
    expect([basic.status, basic.json.code]).toEqual([401, 'KEY_MISSING'])
    expect(await status('rnk_x')).toEqual([401, 'KEY_WRONG'])
    expect(await status(`${key}0`)).toEqual([401, 'KEY_WRONG'])
    expect(await status(wrong)).toEqual([401, 'KEY_WRONG'])
    expect(await status(`rnk_${'0'.repeat(16)}_${'0'.repeat(64)}`)).toEqual([401, 'KEY_WRONG'])
    world.pass(24 * 3600_000 + 1)
    expect(await status(key)).toEqual([401, 'KEY_WRONG'])
  })

  test('guessing is slowed down by address', async () => {
    const guess = () =>
      world.call('GET', '/invitations', {
        key: `rnk_${'0'.repeat(16)}_${'1'.repeat(64)}`,
        headers: { 'x-forwarded-for': '203.0.113.9, 10.0.0.1' },
      })
    for (let count = 0; count < 30; count++) expect((await guess()).status).toBe(401)
    const slowed = await guess()
    expect([slowed.status, slowed.json.code]).toEqual([429, 'RATE_LIMITED'])
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0)
    expect((await world.call('GET', '/invitations')).status).toBe(200)
    world.pass(60_000)
    expect((await guess()).status).toBe(401)
  })

  test('each route wants its own scope', async () => {
    for (const route of Object.values(routes)) {
      const others = allScopes.filter(scope => scope !== route.scope)
      const { key } = await world.newKey(others)
      const path = route.path.replace('{id}', 'i_00000000000000000000000000000000')
      const { status, json } = await world.call(route.method, path, { key })
      expect([route.path, status, json.code]).toEqual([route.path, 403, 'SCOPE_MISSING'])
    }
  })

  test('a key calls so often in a minute', async () => {
    let last = await world.call('GET', '/events')
    for (let count = 0; count < 600; count++) last = await world.call('GET', '/events')
    expect([last.status, last.json.code]).toEqual([429, 'RATE_LIMITED'])
  })
})

test('an invitation that leads where the owner allows nobody to be sent is refused with a sentence', async () => {
  const { status, json } = await world.call('POST', '/invitations', {
    idempotencyKey: 'redirect-1',
    body: { subject: 'person', title: '入职', redirect: { kind: 'webUrl', url: 'https://evil.example/' } },
  })
  expect([status, json.code]).toEqual([422, 'REDIRECT_REFUSED'])
  expect(json.detail).toMatch(/允许的名单/)
})

describe('what is refused', () => {
  test.each([
    ['GET', '/nonsense', {}, 404, 'ROUTE_UNKNOWN'],
    ['PUT', '/invitations', {}, 405, 'METHOD_WRONG'],
    ['GET', '/invitations/i_00000000000000000000000000000000', {}, 404, 'NOT_FOUND'],
    ['GET', '/invitations/nonsense', {}, 400, 'BODY_INVALID'],
    ['GET', '/invitations/', {}, 400, 'BODY_INVALID'],
    ['GET', '//invitations', {}, 404, 'ROUTE_UNKNOWN'],
    ['GET', '/invitations//links', {}, 400, 'BODY_INVALID'],
    ['GET', '/invitations', { query: { limit: '101' } }, 400, 'BODY_INVALID'],
    ['GET', '/invitations', { query: { surprise: '1' } }, 400, 'BODY_INVALID'],
    ['POST', '/invitations', { body: '{', idempotencyKey: 'a' }, 400, 'BODY_UNREADABLE'],
    ['POST', '/invitations', { body: '[]', idempotencyKey: 'a' }, 400, 'BODY_INVALID'],
    ['POST', '/invitations', { body: { ...invitation, extra: 1 }, idempotencyKey: 'a' }, 400, 'BODY_INVALID'],
    ['POST', '/invitations', { body: 'x'.repeat(102_401), idempotencyKey: 'a' }, 413, 'BODY_TOO_LARGE'],
    ['POST', '/invitations', { body: invitation, idempotencyKey: 'a b' }, 400, 'IDEMPOTENCY_KEY_MISSING'],
    [
      'POST',
      '/webhook-endpoints',
      { body: { url: 'https://10.0.0.1/' }, idempotencyKey: 'a' },
      400,
      'URL_REFUSED',
    ],
    [
      'POST',
      '/webhook-endpoints',
      { body: { url: 'http://127.0.0.1:1/' }, idempotencyKey: 'a' },
      400,
      'URL_REFUSED',
    ],
  ])('%s %s', async (method, path, options, status, code) => {
    const answer = await world.call(method, path, options)
    expect([answer.status, answer.json.code]).toEqual([status, code])
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(answer.json).toMatchObject({ type: 'about:blank', status, instance: 'urn:request:request-1' })
    expect(world.store.all('invitations')).toEqual([])
    expect(world.store.all('endpoints')).toEqual([])
  })

  test('a word of the caller’s is neither answered nor logged', async () => {
    const body = { ...invitation, 测试员甲的手机13800138000: 1 }
    const { text } = await create('intent-1', body)
    expect(text).not.toContain('测试员甲')
    expect(world.logged.join()).not.toContain('测试员甲')
  })

  test('an event that is none', async () => {
    for (const event of [null, {}, { path: 5 }, { path: '/x', httpMethod: 'GET' }]) {
      expect(await answerServer(() => world.deps, event)).toMatchObject({ statusCode: 404 })
    }
  })

  test.each([
    ['the gateway’s own', { requestContext: { requestId: 'r-1' } }, /^r-1$/],
    ['a new one, where it gives none', {}, /^[0-9a-f]{16}$/],
    [
      'a new one, where it would break a header',
      { requestContext: { requestId: 'r\r\nx: 1' } },
      /^[0-9a-f]{16}$/,
    ],
    ['a new one, where it is no text', { requestContext: { requestId: 7 } }, /^[0-9a-f]{16}$/],
  ])('every answer has an id to report a fault by: %s', async (_what, event, form) => {
    for (const path of ['/v1/invitations', `/v1/${'x'.repeat(600)}`, '/nothing']) {
      const said = await answerServer(() => world.deps, { ...event, path, httpMethod: 'GET' })
      const id = said.headers['x-request-id']
      expect(id).toMatch(form)
      expect(JSON.parse(said.body).instance).toBe(`urn:request:${id}`)
    }
  })
})

test('codes and links are made by the sweep, and an event says so', async () => {
  await world.endpoint()
  const { json } = await create()
  const links = async () => (await world.call('GET', `/invitations/${json.id}/links`)).json.links
  expect((await links()).map((each: { form: string; state: string }) => [each.form, each.state])).toEqual([
    ['miniProgramCode', 'pending'],
    ['linkCode', 'ready'],
    ['urlLink', 'pending'],
    ['urlScheme', 'pending'],
  ])
  expect(await makeLinks(world.deps, world.deps.clock() + 1000)).toBe(1)
  expect((await links()).every((each: { state: string }) => each.state === 'ready')).toBe(true)
  expect((await world.call('GET', `/invitations/${json.id}`)).json.links).toBe('ready')
  expect((await world.call('GET', '/events')).json.items).toMatchObject([
    { type: 'invitation.ready', data: { id: json.id, bizId: 'order-7' } },
  ])
  // A second run finds nothing to do, and a second telling is the same event.
  expect(await makeLinks(world.deps, world.deps.clock() + 1000)).toBe(0)
})

test('the document is served to anybody', async () => {
  const { status, json } = await world.call('GET', '/openapi.json', { key: null })
  expect([status, json.openapi]).toEqual([200, '3.1.0'])
})

test.each([
  [
    'a body that nests deeper than any of ours',
    { body: JSON.parse(`${'['.repeat(2000)}${']'.repeat(2000)}`) },
    400,
  ],
  ['a body of many values', { body: Array.from({ length: 30_000 }, () => 0) }, 400],
  [
    'headers by the thousand',
    { headers: Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`x-${at}`, '1'])) },
    404,
  ],
  ['a header as long as a book', { headers: { 'x-forwarded-for': '1'.repeat(70_000) } }, 404],
])('%s is refused before it is looked at', async (_what, options, expected) => {
  const { status } = await world.call('POST', '/invitations', { idempotencyKey: 'bounds-1', ...options })
  expect(status).toBe(expected)
})
