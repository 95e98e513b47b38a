import {
  DEMO_CONTRACT,
  SIGN_PATH,
  SIGNER,
  startTestSimulator,
  type TestSimulator,
  VIEW_PATH,
} from './test-support'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

const SIGN = { contractId: DEMO_CONTRACT, user: SIGNER }
const add = (body: unknown) => simulator.control('POST', 'contracts', body)
const code = async (path: string, body: unknown) => (await simulator.api('POST', path, body)).body.code

describe('a signing token request', () => {
  test.each<Record<string, unknown>>([
    SIGN,
    { bizId: 'demo-contract-1', user: SIGNER },
    { bizId: 'demo-contract-1', tenantName: '示例子公司', user: SIGNER },
    { ...SIGN, bizId: 'demo-contract-1', hidePasswordSettings: true, allowPasswordSign: false },
  ])('is accepted: %j', async request => {
    expect((await simulator.api('POST', SIGN_PATH, request)).body).toEqual({
      code: 0,
      message: 'SUCCESS',
      result: { ticket: expect.stringMatching(/^[\w-]{32}$/) },
    })
  })

  test.each<[Record<string, unknown>, string]>([
    [{ contractId: undefined }, 'needs contractId or bizId'],
    [{ contractId: '' }, 'contractId must not be empty'],
    [{ contractId: 42 }, 'contractId must be a string, not a number'],
    [{ user: undefined }, 'user is required'],
    [{ user: { contact: '13800138000' } }, 'user.contactType is required'],
    [
      { user: { ...SIGNER, contactType: 'BIZID' } },
      'user.contactType must be one of MOBILE, EMAIL, EMPLOYEEID, NUMBER',
    ],
    [{ user: { ...SIGNER, contact: '1' } }, 'is not a mobile number'],
    [{ user: { ...SIGNER, name: '张三' } }, 'unknown key "name" in user'],
    [{ hidePasswordSettings: 'true' }, 'hidePasswordSettings must be true or false'],
    [{ allowPasswordSign: 1 }, 'allowPasswordSign must be true or false'],
    [{ tenantName: 5 }, 'tenantName must be a string'],
    [{ callbackUrl: 'https://example.test/' }, 'unknown key "callbackUrl"'],
    [{ documentId: '1' }, 'unknown key "documentId"'],
  ])('is refused: %j', async (spoilt, reason) => {
    const { body } = await simulator.api('POST', SIGN_PATH, { ...SIGN, ...spoilt })
    expect(body).toMatchObject({ code: 1005 })
    expect(body.message).toContain(reason)
  })

  test.each([
    { contact: '13800138001', contactType: 'MOBILE' },
    { contact: '13800138000', contactType: 'NUMBER' },
    { contact: '13800138000', contactType: 'EMPLOYEEID' },
  ])('of %j, who is no signer, is 1110', async user => {
    const answer = await simulator.api('POST', SIGN_PATH, { ...SIGN, user })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({ message: 'NO VIEW PERMISSION', code: 1110 })
  })

  test.each([
    { contractId: '3000000000000000002' },
    { contractId: undefined, bizId: 'unknown' },
    { bizId: 'unknown' },
  ])('of a contract that is not there (%j) is 3004', async spoilt => {
    const { body } = await simulator.api('POST', SIGN_PATH, { ...SIGN, ...spoilt })
    expect(body).toEqual({ message: 'SANDBOX: no such contract', code: 3004 })
  })

  test('is a signed POST of JSON', async () => {
    expect((await fetch(simulator.url + SIGN_PATH, { method: 'POST' })).status).toBe(441)
    expect((await simulator.api('GET', SIGN_PATH)).status).toBe(404)
    const headers = { 'content-type': 'text/plain' }
    expect((await simulator.api('POST', SIGN_PATH, SIGN, headers)).body.code).toBe(1005)
  })
})

describe('a viewing token request', () => {
  test('takes what the SDK sends, for anyone', async () => {
    const everything = {
      contractId: DEMO_CONTRACT,
      documentId: '1',
      tenantName: '示例子公司',
      lang: 'en',
      themeColor: '#1677ff',
    }
    expect((await simulator.api('POST', VIEW_PATH, everything)).body.result).toEqual({
      ticket: expect.stringMatching(/^[\w-]{32}$/),
    })
    expect(await code(VIEW_PATH, { bizId: 'demo-contract-1' })).toBe(0)
  })

  test.each([
    { contractId: undefined },
    { user: SIGNER },
    { lang: 'fr' },
    { themeColor: 'red;}' },
    { pageStyle: {} },
  ])('is refused: %j', async spoilt => {
    expect(await code(VIEW_PATH, { contractId: DEMO_CONTRACT, ...spoilt })).toBe(1005)
  })

  test('of a contract that is not there is 3004', async () => {
    expect(await code(VIEW_PATH, { bizId: 'unknown' })).toBe(3004)
  })
})

describe('contracts', () => {
  const NEW = { subject: '劳动合同', signers: [SIGNER] }

  test('are created with given ids or new ones', async () => {
    const given = { contractId: '4000000000000000001', bizId: 'b-1' }
    expect((await add({ ...NEW, ...given })).body).toEqual(given)
    expect((await add(NEW)).body).toEqual({ contractId: expect.stringMatching(/^[1-9]\d{18}$/), bizId: null })
    expect(await code(SIGN_PATH, { bizId: 'b-1', user: SIGNER })).toBe(0)
  })

  test('take every kind of signer', async () => {
    const signers = [
      { contact: 'a@example.test', contactType: 'EMAIL' },
      { contact: 'e-1', contactType: 'EMPLOYEEID' },
      { contact: '1001', contactType: 'NUMBER' },
    ]
    const { contractId } = (await add({ ...NEW, signers })).body
    for (const user of signers) expect(await code(SIGN_PATH, { contractId, user })).toBe(0)
  })

  test.each<[unknown, number]>([
    [{ ...NEW, contractId: DEMO_CONTRACT }, 409],
    [{ ...NEW, bizId: 'demo-contract-1' }, 409],
    [{ ...NEW, contractId: '12' }, 400],
    [{ ...NEW, signers: [] }, 400],
    [{ ...NEW, signers: [{ contact: '1', contactType: 'MOBILE' }] }, 400],
    [{ signers: [SIGNER] }, 400],
    [{ subject: '劳动合同' }, 400],
    [{ ...NEW, state: 'complete' }, 400],
  ])('%j is refused', async (body, status) => {
    expect((await add(body)).status).toBe(status)
  })

  test('are one, the demo, at the start and after a reset', async () => {
    await add(NEW)
    await simulator.control('POST', 'reset')
    const { body } = await simulator.control('GET', 'contracts')
    expect(body).toEqual({
      contracts: [
        {
          contractId: DEMO_CONTRACT,
          bizId: 'demo-contract-1',
          subject: expect.any(String),
          state: 'signing',
          signers: [{ contact: '138****8000', contactType: 'MOBILE', state: 'waiting' }],
        },
      ],
    })
  })
})
