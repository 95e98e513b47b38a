import { createCipheriv } from 'node:crypto'
import * as fc from 'fast-check'
import type { RawNotice } from '../driver'
import { noticeAnswer, readNotice, signNotice } from './notice'

const callbackToken = 'test-callback-token'
const callbackKey = '0123456789abcdef0123456789abcdef'
const options = { callbackToken, callbackKey }
const reference = 'v_0123456789abcdef0123456789abcdef_2'
const MsgId = 'yDmsg00000000000000000000000000a'

function encrypt(text: string, key = callbackKey): string {
  const bytes = Buffer.from(key)
  const cipher = createCipheriv('aes-256-cbc', bytes, bytes.subarray(0, 16))
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64')
}
function signed(body: string, token = callbackToken): RawNotice {
  const bytes = Buffer.from(body)
  return { body: bytes, headers: { 'content-signature': signNotice(bytes, token) }, query: {} }
}
const sealed = (message: object) => signed(JSON.stringify({ encrypt: encrypt(JSON.stringify(message)) }))
const unsigned = (body: string): RawNotice => ({ body: Buffer.from(body), headers: {}, query: {} })
const message = (MsgType: string, MsgData: object = {}) => ({
  MsgId,
  MsgType,
  MsgVersion: 'CustomApp',
  MsgData,
})
const organization = { OrganizationName: '示例一有限公司', UniformSocialCreditCode: '91110000MA0123456P' }

/** The vector is the vendor's algorithm, computed once with OpenSSL. */
test('the signature is that of the raw bytes', () => {
  expect(signNotice(Buffer.from('{"encrypt":"abc"}'), 'test-callback-token')).toBe(
    'sha256=577d5d4914df95c1747c7e196e325c178bf28b8eca2896cc574113260759076a',
  )
})

test.each([
  ['CreateOrganization', true],
  ['UserAccountVerify', true],
  ['OrganizationAuthorization', false],
  ['OrganizationAuthorizationFileReview', false],
  ['OrgAuthorizationFileSubmit', false],
  ['OrgAuthorizationFileInvalid', false],
])('%s is about an account; it claims to be verified: %s', (type, verified) => {
  const rawStatus = `MsgType=${type}`
  expect(readNotice(sealed(message(type, { ...organization, UserData: reference })), options)).toEqual({
    kind: 'account',
    eventId: MsgId,
    rawStatus,
    claim: verified ? { standing: 'verified', rawStatus } : null,
    about: { reference, organization: { name: '示例一有限公司', creditCode: '91110000MA0123456P' } },
  })
})

test.each([
  ['as it was sent, in base64', Buffer.from(reference).toString('base64'), { reference }],
  ['in the clear', reference, { reference }],
  ['of a document without an attempt', reference.slice(0, 34), { reference: reference.slice(0, 34) }],
  ['of somebody else', Buffer.from('order 17').toString('base64'), {}],
  ['empty', '', {}],
])('UserData %s', (_how, UserData, about) => {
  const reading = readNotice(sealed(message('UserAccountVerify', { UserData, Name: '张*三' })), options)
  expect(reading).toMatchObject({ kind: 'account', about })
  if (reading.kind === 'account') expect(reading.about).toEqual(about)
})

test('an organization is named by what is known of it', () => {
  const { OrganizationName } = organization
  expect(readNotice(sealed(message('CreateOrganization', { OrganizationName })), options)).toMatchObject({
    about: { organization: { name: '示例一有限公司' } },
  })
})

test.each(['SuperAdminChange', 'UserMobileChange', 'FlowStatusChange', ''])(
  'of type "%s" there is nothing to do',
  type => {
    expect(readNotice(sealed(message(type)), options)).toEqual({ kind: 'nothing' })
  },
)

test.each([
  ['an empty object', unsigned('{}')],
  ['an empty object, signed', signed('{}')],
  ['an empty object, wrongly signed', signed('{}', 'another-token')],
  ['something without meaning', unsigned('{"hello":1}')],
  ['nothing at all', unsigned('')],
])('a probe is harmless: %s', (_what, notice) => {
  expect(readNotice(notice, options)).toEqual({ kind: 'nothing' })
  expect(readNotice(notice, { callbackToken: null, callbackKey: null })).toEqual({ kind: 'nothing' })
})

test('plain notices are for operators who have set no key', () => {
  const plain = signed(JSON.stringify(message('CreateOrganization', organization)))
  expect(readNotice(plain, { callbackToken, callbackKey: null })).toMatchObject({ kind: 'account' })
  expect(readNotice(plain, options)).toEqual({
    kind: 'refused',
    reason: 'not encrypted, but ESS_CALLBACK_KEY is set',
  })
})

const right = sealed(message('CreateOrganization', organization))
const flipped = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}

const wrong = 'the signature is wrong: other token, or other environment?'
const sealedFor = 'not encrypted with our key: other environment?'
const noRecord = 'the body is not a JSON object'
test.each([
  ['one byte of the body is another', { ...right, body: flipped(right.body, 20) }, wrong],
  [
    'its JSON was written anew',
    { ...right, body: Buffer.from(right.body.toString().replace(':', ': ')) },
    wrong,
  ],
  ['it is signed with another token', signed(right.body.toString(), 'another-token'), wrong],
  ['the signature is missing', { ...right, headers: {} }, wrong],
  [
    'the signature lacks its prefix',
    { ...right, headers: { 'content-signature': signNotice(right.body, callbackToken).slice(7) } },
    wrong,
  ],
  [
    'it is encrypted with another key',
    signed(
      JSON.stringify({ encrypt: encrypt(JSON.stringify(message('CreateOrganization')), 'f'.repeat(32)) }),
    ),
    sealedFor,
  ],
  ['it is no base64', signed('{"encrypt":"%%%"}'), sealedFor],
  ['it is no text', signed('{"encrypt":5}'), sealedFor],
  ['the message is no JSON', signed(JSON.stringify({ encrypt: encrypt('hello') })), sealedFor],
  ['it has no MsgId', sealed({ ...message('CreateOrganization'), MsgId: '' }), 'the notice has no MsgId'],
  ['the body is no JSON', signed('encrypt=abc'), noRecord],
  ['the body is a list', signed('[]'), noRecord],
])('refused when %s', (_what, notice, reason) => {
  expect(readNotice(notice, options)).toEqual({ kind: 'refused', reason })
})

test.each(Array.from(right.body.keys()).filter(at => at % 7 === 0))('refused when byte %s is another', at => {
  expect(['refused', 'nothing']).toContain(
    readNotice({ ...right, body: flipped(right.body, at) }, options).kind,
  )
})

test('refused without a token: nothing could prove it', () => {
  expect(readNotice(right, { callbackToken: null, callbackKey })).toEqual({
    kind: 'refused',
    reason: 'a notice came, but ESS_CALLBACK_TOKEN is not set',
  })
  expect(readNotice(right, { callbackToken, callbackKey: null })).toEqual({
    kind: 'refused',
    reason: 'encrypted, but ESS_CALLBACK_KEY is not set',
  })
})

test('whatever arrives is read, never thrown at', () => {
  const kinds = ['account', 'nothing', 'refused']
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
      expect(kinds).toContain(readNotice({ body: Buffer.from(bytes), headers: {}, query: {} }, options).kind)
    }),
  )
  fc.assert(
    fc.property(fc.json(), text => {
      expect(kinds).toContain(readNotice(signed(JSON.stringify({ encrypt: encrypt(text) })), options).kind)
      expect(kinds).toContain(readNotice(signed(text), { callbackToken, callbackKey: null }).kind)
    }),
  )
})

test('the answer the vendor wants to hear', () => {
  expect(noticeAnswer).toMatchObject({ statusCode: 200, body: '{"code":0,"message":"success"}' })
})

test('what is not proven is not parsed: only its length and two words are looked at', () => {
  const parse = jest.spyOn(JSON, 'parse')
  readNotice(unsigned('{"hello":1}'), options)
  readNotice({ ...right, headers: {} }, options)
  readNotice(unsigned('x'.repeat(5000)), options)
  expect(parse).not.toHaveBeenCalled()
  expect(readNotice(right, options).kind).toBe('account')
  expect(parse).toHaveBeenCalled()
  parse.mockRestore()
})

test('a signed probe without a word says nothing', () => {
  for (const body of ['', '{}', '{"hello":1}'])
    expect(readNotice(signed(body), options)).toEqual({ kind: 'nothing' })
})

test.each([
  `${reference}x`,
  `x${reference}`,
  reference.toUpperCase(),
  `${reference}_1`,
  `${reference.slice(0, 33)}_1`,
])('%s is no reference of ours', UserData => {
  const reading = readNotice(sealed(message('CreateOrganization', { UserData })), options)
  expect(reading).toMatchObject({ kind: 'account', about: {} })
  expect(JSON.stringify(reading)).not.toContain('reference')
})

test('the tenth attempt and later ones are told too', () => {
  const later = `${reference.slice(0, -1)}17`
  expect(readNotice(sealed(message('CreateOrganization', { UserData: later })), options)).toMatchObject({
    about: { reference: later },
  })
})

test('a long text without a signature is no probe', () => {
  expect(readNotice(unsigned('x'.repeat(4096)), options)).toEqual({ kind: 'nothing' })
  expect(readNotice(unsigned('x'.repeat(4097)), options).kind).toBe('refused')
  expect(readNotice(unsigned(`{"hello":"${'x'.repeat(5000)}"}`), options).kind).toBe('refused')
})

test('during a rotation the token and the key before count as well', () => {
  const rotated = {
    callbackToken: 'new',
    callbackKey: 'n'.repeat(32),
    callbackTokenOld: callbackToken,
    callbackKeyOld: callbackKey,
  }
  expect(readNotice(right, rotated).kind).toBe('account')
  expect(readNotice(right, { ...rotated, callbackTokenOld: null }).kind).toBe('refused')
  expect(readNotice(right, { ...rotated, callbackKeyOld: null }).kind).toBe('refused')
})
