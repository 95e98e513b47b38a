import { createDecipheriv, createHmac } from 'node:crypto'
import { pause, type Receiver, startReceiver, until } from '../kit/test-support'
import { contentSignature, encrypt } from './envelope'
import type { EssSimulatorOptions } from './simulator'
import {
  CALLBACK_KEY,
  CALLBACK_TOKEN,
  CODES,
  type Json,
  NOW,
  row,
  startTestSimulator,
  type TestSimulator,
} from './test-support'

let simulator: TestSimulator
let receiver: Receiver
const start = async (options: Partial<EssSimulatorOptions> = {}, ...statuses: number[]) => {
  receiver = await startReceiver(['{"code":0,"message":"success"}'], statuses.length > 0 ? statuses : 200)
  simulator = await startTestSimulator({
    callbackUrl: `${receiver.url}/notice`,
    callbackToken: CALLBACK_TOKEN,
    callbackKey: CALLBACK_KEY,
    retryDelaysMs: [0, 0],
    ...options,
  })
}
afterEach(async () => {
  await simulator.close()
  await receiver.close()
})

const NAME = '示例第1科技有限公司'

/** As the vendor's own sample reads it. */
function read(body: string): Json {
  const { encrypt: text } = JSON.parse(body)
  const key = Buffer.from(CALLBACK_KEY, 'utf8')
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16))
  return JSON.parse(decipher.update(text, 'base64', 'utf8') + decipher.final('utf8'))
}
const messages = () => receiver.received.map(one => read(one.body))
const types = () => messages().map(one => one.MsgType)

test('an organization that is verified is told, encrypted and signed over the raw body', async () => {
  await start()
  await simulator.batch()
  await simulator.act(NAME, 'pass')
  await until(() => receiver.received.length === 2)
  expect(types()).toEqual(['OrganizationAuthorization', 'CreateOrganization'])
  expect(messages()[1]).toEqual({
    MsgId: expect.stringMatching(/^\w{32}$/),
    MsgType: 'CreateOrganization',
    MsgVersion: 'CustomApp',
    MsgData: {
      OrganizationId: (await simulator.statusOf(NAME)).OrganizationId,
      OrganizationName: NAME,
      UniformSocialCreditCode: CODES[0],
      AdminMobile: '13900000000',
      AdminUserId: expect.stringMatching(/^yD\w{30}$/),
      CreateTime: NOW / 1000 + 3,
      UserData: '',
    },
  })
  const [first] = receiver.received
  expect(first?.path).toBe('/notice')
  expect(first?.contentType).toBe('application/json')
  expect(Object.keys(JSON.parse(first?.body ?? ''))).toEqual(['encrypt'])
  expect(receiver.headers[0]?.['content-signature']).toBe(
    `sha256=${createHmac('sha256', CALLBACK_TOKEN)
      .update(first?.body ?? '')
      .digest('hex')}`,
  )
})

test('the way of a letter is told', async () => {
  await start()
  await simulator.batch([row(0, { AuthorizationTypes: [5] })])
  // Messages of one act keep their order; those of different acts may overtake each other.
  for (const [action, total] of [
    ['review', 2],
    ['rejectLetter', 3],
    ['pass', 6],
  ] as const) {
    await simulator.act(NAME, action)
    await until(() => receiver.received.length === total)
  }
  expect(types()).toEqual([
    'OrganizationAuthorization',
    'OrgAuthorizationFileSubmit',
    'OrganizationAuthorizationFileReview',
    'OrgAuthorizationFileSubmit',
    'OrganizationAuthorizationFileReview',
    'CreateOrganization',
  ])
  expect(messages()[2]?.MsgData).toMatchObject({
    AuthorizationInfoId: expect.stringMatching(/^yD\w{30}$/),
    OperateSuccess: false,
    CertifyReason: '授权书未加盖公章或内容不清晰',
  })
  expect(messages()[4]?.MsgData).toMatchObject({ OperateSuccess: true, CertifyReason: '' })
})

test('a flow that is deleted is told', async () => {
  await start()
  await simulator.batch()
  await simulator.api('DeleteOrganizationAuthorizations', { AdminName: '李小四', AdminMobile: '13900000000' })
  await until(() => receiver.received.length === 1)
  expect(messages()).toMatchObject([{ MsgType: 'OrganizationAuthorization', MsgData: { Status: 'INVALID' } }])
})

test('user data comes back unchanged, of organizations and persons', async () => {
  await start()
  await simulator.api('CreateOrganizationAuthUrl', { OrganizationName: '单家公司', UserData: 'YWJj' })
  await simulator.act('单家公司', 'pass')
  const Person = {
    Name: '钱小六',
    IdCardNumber: '11010119900307002X',
    Mobile: '13600000000',
    UserData: 'eHl6',
  }
  const { UserVerifyUrl } = await simulator.api('CreateUserVerifyUrl', { ...Person, Endpoint: 'APP' })
  await (await simulator.enter(String(UserVerifyUrl))).press('verify')
  await until(() => types().includes('UserAccountVerify') && types().includes('CreateOrganization'))
  expect(messages().find(one => one.MsgType === 'CreateOrganization')).toMatchObject({
    MsgData: { UserData: 'YWJj' },
  })
  expect(messages().find(one => one.MsgType === 'UserAccountVerify')?.MsgData).toEqual({
    UserId: expect.stringMatching(/^yD\w{30}$/),
    Name: '钱*六',
    IdCardNumber: expect.not.stringContaining('19900307'),
    Mobile: '136****0000',
    UserData: 'eHl6',
  })
})

test('without a key messages go in clear, without a token unsigned', async () => {
  await start({ callbackKey: undefined, callbackToken: undefined })
  await simulator.batch()
  await simulator.act(NAME, 'submit')
  await until(() => receiver.received.length === 1)
  expect(JSON.parse(receiver.received[0]?.body ?? '')).toMatchObject({ MsgType: 'OrganizationAuthorization' })
  expect(receiver.headers[0]).not.toHaveProperty('content-signature')
})

test('only 200 is delivered; the same bytes are sent again', async () => {
  await start({}, 500, 204, 200)
  await simulator.batch()
  await simulator.act(NAME, 'submit')
  await until(() => receiver.received.length === 3)
  await pause(30)
  expect(new Set(receiver.received.map(one => one.body)).size).toBe(1)
  expect(receiver.received).toHaveLength(3)
})

test('the repetitions end', async () => {
  await start({}, 500)
  await simulator.batch()
  await simulator.act(NAME, 'submit')
  await until(() => receiver.received.length === 3)
  await pause(30)
  expect(receiver.received).toHaveLength(3)
})

describe('by order of the script', () => {
  const order = (body: Json) => simulator.control('POST', 'next', body)

  test('a callback is missing', async () => {
    await start()
    await simulator.batch()
    await order({ callback: 'missing' })
    await simulator.act(NAME, 'submit')
    await simulator.act(NAME, 'pass')
    await until(() => receiver.received.length === 1)
    expect(types()).toEqual(['CreateOrganization'])
  })

  test('a callback comes twice, with one id', async () => {
    await start()
    await simulator.batch()
    await order({ callback: 'duplicate' })
    await simulator.act(NAME, 'submit')
    await until(() => receiver.received.length === 2)
    expect(new Set(messages().map(one => one.MsgId)).size).toBe(1)
  })

  test('a callback is late', async () => {
    await start()
    await simulator.batch()
    await order({ callback: 'late', callbackDelayMs: 60_000 })
    await simulator.act(NAME, 'submit')
    await pause(30)
    expect(receiver.received).toHaveLength(0)
    await simulator.passTime(60_000)
    await until(() => receiver.received.length === 1)
  })

  test('a callback comes before the page hears', async () => {
    await start()
    await simulator.batch()
    await order({ callback: 'before-return' })
    await simulator.act(NAME, 'submit')
    expect(receiver.received).toHaveLength(1)
  })

  test('an organization acts by itself as soon as its link is made', async () => {
    await start()
    await order({ outcome: 'pass', auto: true, path: '/CreateBatchOrganizationAuthorizationUrl' })
    const rows = await simulator.batch([row(0), row(1)])
    await simulator.link(rows)
    expect(await simulator.statusOf('示例第2科技有限公司')).toMatchObject({ IsVerified: true })
    await until(() => receiver.received.length === 4)
  })

  test('a person acts alone too', async () => {
    await start()
    await order({ outcome: 'pass', auto: true })
    const Person = { Name: '钱小六', IdCardNumber: '11010119900307002X' }
    await simulator.api('CreateUserVerifyUrl', Person)
    const asked = await simulator.api('DescribeUserVerifyStatus', { ...Person, IdCardType: 'ID_CARD' })
    expect(asked).toMatchObject({ VerifyStatus: true })
  })
})

describe('the address of callbacks', () => {
  test('is saved when it answers the probe with 200', async () => {
    await start({ callbackUrl: undefined })
    expect(await simulator.setCallbackUrl(`${receiver.url}/later`)).toEqual({ ok: true })
    expect(receiver.received).toMatchObject([{ path: '/later', body: '{}', contentType: 'application/json' }])
    expect(receiver.headers[0]?.['content-signature']).toBe(contentSignature('{}', CALLBACK_TOKEN))
    await simulator.batch()
    await simulator.act(NAME, 'submit')
    await until(() => receiver.received.length === 2)
    expect(receiver.received[1]?.path).toBe('/later')
  })

  test.each([204, 302, 405, 500])('is not saved when it answers %s', async status => {
    await start({ callbackUrl: undefined }, status)
    expect(await simulator.setCallbackUrl(receiver.url)).toEqual({
      ok: false,
      problem: `answered HTTP ${status}, not 200`,
    })
    expect((await simulator.control('GET', 'configuration')).body.callbackUrl).toBeNull()
  })

  test('can be set and forgotten by control', async () => {
    await start({ callbackUrl: undefined })
    const url = `${receiver.url}/set`
    expect((await simulator.control('POST', 'callback-url', { url })).body).toMatchObject({
      callbackUrl: url,
    })
    await simulator.control('POST', 'reset')
    expect((await simulator.control('GET', 'configuration')).body).toMatchObject({ callbackUrl: url })
    expect((await simulator.control('DELETE', 'callback-url')).body).toMatchObject({ callbackUrl: null })
  })

  test('must be on this machine', async () => {
    await start()
    const refused = await simulator.control('POST', 'callback-url', { url: 'http://example.com/' })
    expect(refused.status).toBe(409)
    expect((await simulator.control('GET', 'configuration')).body.callbackUrl).toBe(`${receiver.url}/notice`)
  })
})

test('the key must have 32 characters', async () => {
  await start()
  await expect(startTestSimulator({ callbackKey: 'short' })).rejects.toThrow(
    'callbackKey must have 32 characters',
  )
})

// Made with `openssl enc -aes-256-cbc -K <hex of the key> -iv <hex of its first half> -base64`.
test('the cipher agrees with another implementation', () => {
  expect(encrypt('{"MsgId":"1"}', CALLBACK_KEY)).toBe('NQEk+VIu/Lkgpq9aK1yHYg==')
})
