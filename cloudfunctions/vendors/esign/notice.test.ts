import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { readNotice, signNotice } from './notice'
import { secret } from './test-support'

const vectors = JSON.parse(readFileSync('test/vectors/esign.json', 'utf8')) as {
  callback: {
    id: string
    secret: string
    timestamp: string
    query: Record<string, string>
    body: string
    hex: string
  }[]
}
const timestamp = '1700000000000'
const options = { appSecret: secret, clock: () => Number(timestamp) }

function signed(body: string | object, query: Record<string, string> = {}, key = secret) {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  return {
    body: bytes,
    query,
    headers: {
      'x-tsign-open-timestamp': timestamp,
      'x-tsign-open-signature': signNotice({ timestamp, query, body: bytes }, key),
    },
  }
}
const read = (body: string | object) => readNotice(signed(body), options)

test.each(vectors.callback)('vector $id', ({ secret, timestamp, query, body, hex }) => {
  expect(signNotice({ timestamp, query, body: Buffer.from(body) }, secret)).toBe(hex)
})

/** The second computed with openssl. Order as it came does not matter, nor do empty values. */
test.each([
  [{ orderNo: '001', belong: 'pinjie' }, '69e552c55cc56375c9a1a6ad2fde80df3515167c1201f4d83202dd938244d990'],
  [
    { belong: 'pinjie', orderNo: '001', aaa: '' },
    '69e552c55cc56375c9a1a6ad2fde80df3515167c1201f4d83202dd938244d990',
  ],
  // Capitals come first: B before a.
  [{ a: '001', B: 'pinjie' }, '69e552c55cc56375c9a1a6ad2fde80df3515167c1201f4d83202dd938244d990'],
])('the values of the query %j, by the order of their keys', (query, hex) => {
  const body = vectors.callback.find(each => each.id === 'K1')?.body ?? ''
  expect(signNotice({ timestamp, query, body: Buffer.from(body) }, secret)).toBe(hex)
})

const person = {
  flowId: '803719636976683872',
  accountId: null,
  success: true,
  contextId: 'v_0123456789abcdef0123456789abcdef_1',
  verifycode: '0123456789abcdef',
  serviceId: '803719636976683872',
  status: true,
}
const flowId = '803719636976683872'

test.each([
  ['a person', person, 'verified', 'success=true'],
  ['a person who failed', { ...person, success: false, status: false }, 'rejected', 'success=false'],
  ['by the webhook', { ...person, action: 'identity_psn_end' }, 'verified', 'success=true'],
  ['only with the older name', { ...person, success: undefined }, 'verified', 'success=true'],
  [
    'an organization',
    { ...person, agentFlowId: '802965095964494307', orgAccountId: null, action: 'identity_org_end' },
    'verified',
    'success=true',
  ],
])('v2, %s', (_what, body, standing, rawStatus) => {
  expect(read(body)).toEqual({ kind: 'read', claim: { standing, rawStatus }, refs: { flowId } })
})

test('a flowId as a number stays whole', () => {
  expect(read('{"flowId":803719636976683872,"success":true}')).toMatchObject({ refs: { flowId } })
})

test.each([
  [
    'AUTH_PASS of a person',
    { action: 'AUTH_PASS', authFlowId: 'OF-1', authType: 'PSN', bizType: 'REAL_NAME', timestamp: 1 },
    { standing: 'verified', rawStatus: 'action=AUTH_PASS' },
  ],
  [
    'AUTH_PASS of an organization',
    { action: 'AUTH_PASS', authFlowId: 'OF-1', authType: 'ORG', organization: { orgName: '示例' } },
    { standing: 'verified', rawStatus: 'action=AUTH_PASS' },
  ],
  [
    'AUTHORIZE_FINISH, which is no proof of who it was',
    { action: 'AUTHORIZE_FINISH', authFlowId: 'OF-1', authorizedInfo: [] },
    { standing: 'started', rawStatus: 'action=AUTHORIZE_FINISH' },
  ],
])('v3, %s', (_what, body, claim) => {
  expect(read(body)).toEqual({ kind: 'read', claim, refs: { authFlowId: 'OF-1' } })
})

test.each([
  [
    'AUTHORIZE_CHANGE, which names no flow',
    { action: 'AUTHORIZE_CHANGE', psnId: 'p', cancelAuthorizedScope: 'a,b' },
  ],
  ['an action of the future', { action: 'AUTH_SOMETHING', authFlowId: 'OF-1' }],
  ['an action that is no text', { action: 7, flowId, success: true }],
  ['an action named like a property', { action: 'constructor', authFlowId: 'OF-1' }],
  ['an invitation of earlier years', { invitationId: 'i1', bizId: 'b', status: '1' }],
  ['no result', { flowId }],
  ['no flow', { success: true }],
  ['nothing', {}],
])('%s is taken and left', (_what, body) => {
  expect(read(body)).toEqual({ kind: 'nothing' })
})

test.each(['<script>', '', 'a b', '<id', 'id>', 'x'.repeat(65), null, {}, ['803719636976683872'], true])(
  '%j is no id, and left out',
  id => {
    expect(read({ ...person, flowId: id })).toHaveProperty('refs', {})
    expect(read({ action: 'AUTH_PASS', authFlowId: id })).toHaveProperty('refs', {})
  },
)

test('an id may be a short number too', () => {
  expect(read('{"flowId":17,"success":true}')).toMatchObject({ refs: { flowId: '17' } })
})

const unsigned = 'there is no signature'
const wrong = 'the signature is wrong: other secret, or other environment?'
test.each([
  ['without a signature', { headers: { 'x-tsign-open-timestamp': timestamp } }, unsigned],
  ['without a timestamp', { headers: { 'x-tsign-open-signature': 'a'.repeat(64) } }, unsigned],
  ['without any header', { headers: {} }, unsigned],
  ['with another secret', { headers: signed(person, {}, 'another-secret').headers }, wrong],
  [
    'with another timestamp',
    { headers: { ...signed(person).headers, 'x-tsign-open-timestamp': '1' } },
    wrong,
  ],
  ['of another body', { body: Buffer.from(JSON.stringify({ ...person, success: false })) }, wrong],
  ['of another query', { query: { a: '1' } }, wrong],
])('a notice %s is refused', (_what, changes, reason) => {
  expect(readNotice({ ...signed(person), ...changes }, options)).toEqual({ kind: 'refused', reason })
})

test('the hex may come in capitals', () => {
  const notice = signed(person)
  notice.headers['x-tsign-open-signature'] = notice.headers['x-tsign-open-signature'].toUpperCase()
  expect(readNotice(notice, options).kind).toBe('read')
})

test.each(['[]', 'null', '"text"', '{', ''])('signed %j is refused', body => {
  expect(read(body)).toEqual({ kind: 'refused', reason: 'the body is not a JSON object' })
})

test('whatever is signed, it is read, left or refused, never thrown at', () => {
  const fields = fc.record(
    {
      action: fc.oneof(fc.string(), fc.constant(undefined), fc.constant('AUTH_PASS')),
      flowId: fc.jsonValue(),
      authFlowId: fc.jsonValue(),
      success: fc.jsonValue(),
      status: fc.jsonValue(),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fields), body => {
      expect(['read', 'nothing', 'refused']).toContain(read(JSON.stringify(body) ?? '').kind)
    }),
  )
})

const day = 24 * 3600_000
test.each([
  ['a day old', day, 'read'],
  ['older than a day', day + 1, 'refused'],
  ['five minutes ahead', -5 * 60_000, 'read'],
  ['further ahead', -5 * 60_000 - 1, 'refused'],
])('a notice that is %s', (_what, age, kind) => {
  const clock = () => Number(timestamp) + age
  expect(readNotice(signed({ flowId, success: true }), { ...options, clock }).kind).toBe(kind)
})

test.each(['17e11', ' 1700000000000', '1700000000000.0'])(
  'a time of %j is refused, though it is signed',
  odd => {
    const body = Buffer.from(JSON.stringify({ flowId, success: true }))
    const headers = {
      'x-tsign-open-timestamp': odd,
      'x-tsign-open-signature': signNotice({ timestamp: odd, query: {}, body }, secret),
    }
    expect(readNotice({ body, query: {}, headers }, options)).toEqual({
      kind: 'refused',
      reason: 'its time is too far from now',
    })
  },
)

test('during a rotation the secret before counts as well, and no third one', () => {
  const rotated = { ...options, appSecret: 'the-new-one', appSecretOld: secret }
  expect(readNotice(signed({ flowId, success: true }), rotated).kind).toBe('read')
  expect(readNotice(signed({ flowId, success: true }, {}, 'the-new-one'), rotated).kind).toBe('read')
  expect(readNotice(signed({ flowId, success: true }, {}, 'a-third-one'), rotated).kind).toBe('refused')
})
