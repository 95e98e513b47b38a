import { gzipSync } from 'node:zlib'
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
    ['nothing but ten thousand brackets', '['.repeat(10_000)],
    [
      'objects in objects in a field',
      `{"subject":"person","title":${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}}`,
    ],
    ['a key of all objects', '{"__proto__":{"scopes":["read"]},"subject":"person","title":"t"}'],
    ['a key of functions', '{"constructor":{"prototype":{}},"subject":"person","title":"t"}'],
    ['a name of half a sign', '{"subject":"person","title":"t","bizId":"a\\ud83d"}'],
    ['a number beyond all numbers', '{"subject":"person","title":"t","days":1e400}'],
    ['a number beneath all numbers', '{"subject":"person","title":"t","days":1e-400}'],
    ['a number of no base', '{"subject":"person","title":"t","days":0x10}'],
    ['compressed bytes', gzipSync('{"subject":"person","title":"t"}').toString('latin1')],
    ['XML with an entity', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    [
      'a property list',
      '<plist version="1.0"><dict><key>subject</key><string>person</string></dict></plist>',
    ],
    ['a form of several parts', '--x\r\ncontent-disposition: form-data; name="title"\r\n\r\nt\r\n--x--'],
    ['two objects in two lines', '{"subject":"person","title":"t"}\n{"subject":"person","title":"t"}'],
    [
      'an object within Base64 within a text',
      JSON.stringify(Buffer.from('{"title":"t"}').toString('base64')),
    ],
    ['a mark of order before it', '\ufeff{"subject":"person","title":"t"}'],
    ['no object', 'null'],
    ['a list of one', '[{"subject":"person","title":"t"}]'],
  ])('%s is refused, and changes nothing', async (_what, body) => {
    const before = stateOf(world.store)
    const { status } = await world.call('POST', '/invitations', { body, idempotencyKey: 'body-1' })
    expect([status, stateOf(world.store)]).toEqual([400, before])
    expect({}).not.toHaveProperty('scopes')
  })

  test.each([
    ['turned round', 'a\u202eb'],
    ['of no width', 'a\u200b\u2060b'],
    ['a control', 'a\u0000b'],
    ['half of a sign', 'a\ud83db'],
    ['the other half', 'a\ude00b'],
    ['a tag', 'a\u{e0041}b'],
  ])('what people read holds nothing that cannot be seen: %s', async (_what, text) => {
    const body = { ...invitation, title: text, note: `${text}\n${text}` }
    const { json } = await world.call('POST', '/invitations', { body, idempotencyKey: 'seen-1' })
    expect(json).toMatchObject({ title: 'ab', note: 'ab\nab' })
    const nothing = { ...invitation, title: '\u200b\u202e' }
    const { status } = await world.call('POST', '/invitations', { body: nothing, idempotencyKey: 'seen-3' })
    expect(status).toBe(400)
  })

  test.each<[string, Record<string, unknown>]>([
    ['too long for any', { bizId: 'x'.repeat(5000) }],
    [
      'behind fifty others',
      { ...Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`a${at}`, '1'])), bizId: 'x' },
    ],
    ['no text', { bizId: { $gt: '' } }],
    ['a list', { bizId: ['order-1', 'order-2'] }],
    ['a key of all objects', JSON.parse('{"__proto__":{"bizId":"x"}}')],
  ])(
    'a filter that is %s is refused, not left out: all of it is not what was asked for',
    async (_what, query) => {
      await world.call('POST', '/invitations', { body: invitation, idempotencyKey: 'filter-1' })
      const { status } = await world.call('GET', '/invitations', { query: query as Record<string, string> })
      expect(status).toBe(400)
    },
  )

  test.each([
    `i_${'０'.repeat(32)}`,
    `i_${'A'.repeat(32)}`,
    `i_${'0'.repeat(31)}\u0660`,
    `i_${'0'.repeat(32)}\u200b`,
    `%69_${'0'.repeat(32)}`,
    'a'.repeat(400),
  ])('the id %s is no other way to write one', async id => {
    expect((await world.call('GET', `/invitations/${id}`)).status).toBe(400)
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
    ['an object', { toString: 1 }],
    ['a list', ['a', null]],
    ['nothing', null],
  ])('a header that is %s breaks nothing', (_what, value) => {
    expect(readEvent(event({ headers: { a: value }, queryStringParameters: { a: value } }))).not.toBeNull()
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
