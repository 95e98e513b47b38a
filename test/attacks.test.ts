import * as fc from 'fast-check'
import { readEvent } from '../cloudfunctions/callback/event'
import { parseJsonKeepingIds, parseRecord } from '../cloudfunctions/platform/json'
import { confirmNumber } from '../cloudfunctions/usecases/verification/confirmNumber'
import { phoneNumber } from '../cloudfunctions/usecases/verification/phoneNumber'
import { refresh } from '../cloudfunctions/usecases/verification/refresh'
import { stateOf } from './fuzz/check'
import { createInvitationWorld } from './support/invitation-world'
import { createServerWorld, type ServerWorld } from './support/server-world'
import { proven, testPerson } from './support/world'

/** Tricks of strangers that no generator of inputs comes upon by itself. */

describe('the server API', () => {
  let world: ServerWorld
  beforeEach(async () => {
    world = await createServerWorld()
  })

  const invitation = {
    subject: 'person',
    title: '供应商入驻',
    bizId: 'order-1',
    invitee: { name: testPerson.name, mobile: testPerson.contact.value },
  }

  test('of two keys alike the last one counts, here as everywhere', async () => {
    const text = JSON.stringify(invitation).replace(
      '"bizId":"order-1"',
      '"bizId":"order-1","bizId":"order-2"',
    )
    const { status, json } = await world.call('POST', '/invitations', {
      body: text,
      idempotencyKey: 'twice-1',
    })
    expect([status, json.bizId]).toEqual([201, 'order-2'])
    // The same intent with the keys the other way round is another content.
    const turned = text.replace('"order-1","bizId":"order-2"', '"order-2","bizId":"order-1"')
    const again = await world.call('POST', '/invitations', { body: turned, idempotencyKey: 'twice-1' })
    expect([again.status, again.json.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED'])
  })

  test.each([
    '/../v1/invitations',
    '/..%2fv1%2finvitations',
    '/%2e%2e/invitations',
    '/invitations/..',
    '/invitations/%2e%2e%2f%2e%2e%2fapi-keys',
    '/invitations/..%252f..%252fapi-keys',
    '/invitations%00',
    '/INVITATIONS',
    '/__proto__',
    '/constructor',
  ])('%s leads nowhere', async path => {
    const before = stateOf(world.store)
    for (const method of ['GET', 'POST', 'DELETE']) {
      const { status } = await world.call(method, path, { idempotencyKey: 'path-1', body: {} })
      expect([400, 404, 405]).toContain(status)
    }
    expect(stateOf(world.store)).toBe(before)
  })

  test.each(['get', 'TRACE', 'PUT', 'POST ', 'CONNECT', '__proto__', ''])(
    'the method %j does nothing',
    async method => {
      const before = stateOf(world.store)
      const { status } = await world.call(method, '/invitations', {
        body: invitation,
        idempotencyKey: 'method-1',
      })
      expect([404, 405]).toContain(status)
      expect(stateOf(world.store)).toBe(before)
    },
  )

  test('what a header or the query says the method were is not looked at', async () => {
    const before = stateOf(world.store)
    const headers = { 'X-HTTP-Method-Override': 'POST', 'X-HTTP-Method': 'POST', 'X-Method-Override': 'POST' }
    const { status } = await world.call('GET', '/invitations', {
      headers,
      body: invitation,
    })
    expect([status, stateOf(world.store)]).toEqual([200, before])
    const query = await world.call('GET', '/invitations', { query: { _method: 'POST' } })
    expect([query.status, stateOf(world.store)]).toEqual([400, before])
  })

  test.each([
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
  ])('as %j a body is read as what it is, and nothing else', async type => {
    const headers = { 'content-type': type }
    const good = await world.call('POST', '/invitations', {
      headers,
      body: invitation,
      idempotencyKey: 'type-1',
    })
    const bad = await world.call('POST', '/invitations', {
      headers,
      body: 'title=x&subject=person',
      idempotencyKey: 'type-2',
    })
    expect([good.status, bad.status, bad.json.code]).toEqual([201, 400, 'BODY_UNREADABLE'])
  })

  test.each<[string, (at: number) => Record<string, string>]>([
    ['addresses before the one the gateway adds', at => ({ 'x-forwarded-for': `8.8.4.${at}, 9.9.9.9` })],
    [
      'addresses before that and an inner proxy',
      at => ({ 'x-forwarded-for': `8.8.4.${at}, 9.9.9.9, 10.0.0.1` }),
    ],
    ['a made-up X-Real-IP', at => ({ 'x-real-ip': `8.8.4.${at}`, 'x-forwarded-for': '9.9.9.9' })],
    ['a made-up X-Forwarded-For', at => ({ 'x-real-ip': '9.9.9.9', 'x-forwarded-for': `8.8.4.${at}` })],
    [
      'other names for it',
      at => ({ 'x-real-ip': '9.9.9.9', 'x-client-ip': `8.8.4.${at}`, forwarded: `for=8.8.4.${at}` }),
    ],
  ])('%s do not get around the limit of guesses', async (_what, headersOf) => {
    const key = `rnk_${'0'.repeat(16)}_${'1'.repeat(64)}`
    const statuses: number[] = []
    for (let at = 0; at < 40; at++)
      statuses.push((await world.call('GET', '/invitations', { key, headers: headersOf(at) })).status)
    expect([statuses.indexOf(429), statuses.at(-1)]).toEqual([30, 429])
  })
})

describe('the callback', () => {
  const event = (changes: object) => ({
    httpMethod: 'POST',
    path: '/callback/ess',
    headers: {},
    queryStringParameters: {},
    body: 'x',
    ...changes,
  })

  test.each([
    '/callback/ess/..',
    '/callback/ess%2f..%2fqiyuesuo',
    '/callback/..%2fserver%2fv1%2finvitations',
    '/callback/__proto__',
    '/callback/ESS',
    '/callback/ess%00',
    '/callback/ess;x=1',
    '/',
  ])('%s is nobody’s address', path => {
    const vendors = ['qiyuesuo', 'ess', 'esign']
    const read = readEvent(event({ path }))
    expect(read && vendors.includes(read.vendor)).not.toBe(true)
  })

  test.each(['get', 'PUT', 'TRACE', 'OPTIONS', 'POST ', ''])(
    'with the method %j it is no notice',
    httpMethod => {
      expect(readEvent(event({ httpMethod }))).toBeNull()
    },
  )

  test('as text, in Base64, or of another type a body is the same bytes', () => {
    const text = '{"MsgId":"1","甲":"乙"}'
    const base64 = { body: Buffer.from(text).toString('base64'), isBase64Encoded: true }
    const types = [
      'application/json',
      'text/plain',
      'application/octet-stream',
      'multipart/form-data; boundary=x',
    ]
    const bodies = types.flatMap(type => {
      const headers = { 'content-type': type, 'transfer-encoding': 'chunked' }
      return [event({ headers, body: text }), event({ headers, ...base64 })].map(
        each => readEvent(each)?.body,
      )
    })
    for (const body of bodies) expect(body).toEqual(Buffer.from(text))
  })
})

test('both readers of JSON mean the same, whatever keys come twice', () => {
  const key = fc.constantFrom('a', 'b', '__proto__', 'constructor', 'a ')
  const value = fc.oneof(fc.integer(), fc.string(), fc.constant('{"a":1}'), fc.boolean(), fc.constant(null))
  const pairs = fc.array(fc.tuple(key, value), { maxLength: 8 })
  fc.assert(
    fc.property(pairs, given => {
      const text = `{${given.map(([name, each]) => `${JSON.stringify(name)}:${JSON.stringify(each)}`).join(',')}}`
      expect(parseJsonKeepingIds(text)).toEqual(JSON.parse(text))
      expect(parseRecord(text)).toEqual(JSON.parse(text))
    }),
    { seed: 13, numRuns: 2000 },
  )
})

describe('proof for a stranger', () => {
  test('an invitation with Alice’s number, a number she has confirmed: Bob’s start on it is not his', async () => {
    const world = await createInvitationWorld()
    world.deps.config.proof = 'observed'
    await phoneNumber(world.deps, 'alice', { code: 'good-code' })
    world.vendor.onQuery = () => proven('account')
    const begun = await world.begin(await world.tokenOf(await world.invite()), 'bob')
    const { id } = begun.verification
    const seen = (await refresh(world.deps, 'bob', { id, hint: 'returned' })).verification
    expect(seen).toMatchObject({ assurance: null, missing: 'number' })
    expect(seen.state).not.toBe('verified')
    // His own number is another one; hers he cannot get a code for.
    world.deps.phoneNumber = async () => '13900139000'
    await expect(confirmNumber(world.deps, 'bob', { id, phoneCode: 'bobs-code' })).rejects.toMatchObject({
      code: 'NUMBER_DIFFERS',
    })
    await expect(confirmNumber(world.deps, 'alice', { id, phoneCode: 'good-code' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await refresh(world.deps, 'bob', { id })).verification.state).not.toBe('verified')
  })

  test('no field of a start, an invitation or the server API says whose the account is', async () => {
    const world = await createServerWorld()
    const forged = { assurance: 'owned', owned: true, proof: 'account', before: { at: 1, untouched: true } }
    for (const [name, value] of Object.entries(forged)) {
      const body = { subject: 'person', title: '供应商入驻', bizId: 'order-1', [name]: value }
      const answer = await world.call('POST', '/invitations', { body, idempotencyKey: `forged-${name}` })
      expect([answer.status, answer.json.code]).toEqual([400, 'BODY_INVALID'])
    }
  })
})
