import { textOf } from '../kit/test-support'
import { COMPANY, H5_PATH, startTestSimulator, type TestSimulator } from './test-support'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

const page = async (body: unknown = COMPANY) =>
  simulator.page(await simulator.companyTicket(body), 'env=cn&hasCb=true', 'enterprise-auth')
const authUrl = async () => textOf((await simulator.api('POST', H5_PATH, COMPANY)).body, 'result', 'authUrl')

describe('a company ticket', () => {
  test('opens its page once', async () => {
    const ticket = await simulator.companyTicket()
    expect(await simulator.page(ticket, 'env=cn', 'enterprise-auth')).toContain('id="basic-pass"')
    expect(await simulator.page(ticket, 'env=cn', 'enterprise-auth')).toContain('链接已失效')
  })

  test.each(['personal-auth', 'doc', 'signature'])('does not open %s and is not used up', async name => {
    const ticket = await simulator.companyTicket()
    expect(await simulator.page(ticket, 'env=cn', name)).toContain('令牌与页面不匹配')
    expect((await simulator.open(ticket, 'cn', name)).body.error).toBe(
      `the ticket does not belong to page ${name}`,
    )
    expect((await simulator.open(ticket, 'cn', 'enterprise-auth')).status).toBe(200)
  })

  test('belongs to one environment', async () => {
    const ticket = await simulator.companyTicket()
    expect(await simulator.page(ticket, 'env=com', 'enterprise-auth')).toContain('环境不匹配')
  })

  test('dies after five minutes unopened', async () => {
    const ticket = await simulator.companyTicket()
    await simulator.passTime(5 * 60_000 + 1)
    expect((await simulator.open(ticket, 'cn', 'enterprise-auth')).body.error).toBe('the ticket is expired')
  })

  test('of a person does not open it', async () => {
    const html = await simulator.page(await simulator.ticket(), 'env=cn', 'enterprise-auth')
    expect(html).toContain('令牌与页面不匹配')
  })
})

describe('a company link', () => {
  test('opens once', async () => {
    const url = await authUrl()
    expect(await (await fetch(url)).text()).toContain('id="basic-pass"')
    expect(await (await fetch(url)).text()).toContain('链接已失效')
  })

  test('dies after five minutes unopened', async () => {
    const url = await authUrl()
    await simulator.passTime(5 * 60_000 + 1)
    expect(await (await fetch(url)).text()).toContain('链接已失效')
  })

  test('is no link of a person', async () => {
    const url = await authUrl()
    expect(await (await fetch(url.replace('enterprise', 'personal'))).text()).toContain('令牌与页面不匹配')
    const { authUrl: person } = await simulator.link()
    expect(await (await fetch(person.replace('personal', 'enterprise'))).text()).toContain('令牌与页面不匹配')
  })
})

describe('the company page', () => {
  test('shows prefilled fields locked and the applicant masked', async () => {
    const html = await page()
    for (const field of ['corpName', 'registerNo', 'legalPerson']) {
      expect(html).toContain(`data-locked="${field}"`)
    }
    expect(html).toContain('示例科技有限公司')
    expect(html).toContain('王**')
    expect(html).toContain('李* 139****0000')
    expect(html).toContain('未上传')
    for (const secret of ['13900000000', '李四', '王小二', '91110000MA01234567']) {
      expect(html).not.toContain(secret)
    }
  })

  test('offers inputs for what may be modified or is missing', async () => {
    const html = await page({ ...COMPANY, legalPerson: undefined, modifyFields: 'corpName' })
    expect(html).toMatch(/<input id="corpName"[^>]*placeholder="示例科技有限公司（可修改）">/)
    expect(html).toMatch(/<input id="legalPerson"[^>]*data-needed="true">/)
    expect(html).toContain('data-locked="registerNo"')
  })

  test('has a close button unless told otherwise', async () => {
    expect(await page()).toContain('id="close"')
    expect(await page({ ...COMPANY, closeButton: false })).not.toContain('id="close"')
  })

  test('preselects an ordered outcome, and leaves orders for contracts', async () => {
    await simulator.control('POST', 'next', { outcome: 'sign' })
    await simulator.control('POST', 'next', { outcome: 'review' })
    expect(await page()).toMatch(/id="review"[^>]*data-preselected/)
    const { body } = await simulator.control('GET', 'next')
    expect(body.queue).toEqual([expect.objectContaining({ outcome: 'sign' })])
  })

  test('escapes what it shows', async () => {
    expect(await page({ ...COMPANY, companyName: '<img onerror=1>' })).not.toContain('<img')
  })
})

describe('a company act', () => {
  test.each([
    [['pass'], 'passed'],
    [['fail'], 'basicFailed'],
    [['review'], 'basicReviewing'],
    [['basic-fail'], 'basicFailed'],
    [['basic-pass'], 'basicPassed'],
    [['basic-pass', 'letter-pass'], 'passed'],
    [['basic-pass', 'letter-fail'], 'letterFailed'],
    [['basic-pass', 'review'], 'letterReviewing'],
    [['basic-pass', 'pass'], 'passed'],
    [['basic-pass', 'fail'], 'letterFailed'],
  ])('%j leads to %s', async (actions, state) => {
    const { act, requestId } = await simulator.company()
    let answer = {}
    for (const action of actions) answer = (await act(action)).body
    expect(answer).toEqual({ requestId, state })
  })

  test.each([
    [[], 'letter-pass'],
    [[], 'letter-fail'],
    [['pass'], 'pass'],
    [['pass'], 'fail'],
    [['basic-fail'], 'basic-pass'],
    [['basic-pass'], 'basic-pass'],
    [['review'], 'pass'],
    [['basic-pass', 'letter-fail'], 'letter-pass'],
  ])('after %j, %s is refused', async (actions, last) => {
    const { act } = await simulator.company()
    for (const action of actions) await act(action)
    const answer = await act(last)
    expect(answer.status).toBe(409)
    expect(answer.body.error).toContain(`${last} cannot be done: this request is`)
  })

  test.each<[Record<string, unknown>, Record<string, unknown>, string]>([
    [{}, { corpName: '别的公司' }, 'corpName is prefilled and locked'],
    [{ modifyFields: 'corpName' }, { registerNo: '1' }, 'registerNo is prefilled and locked'],
    [{ registerNo: undefined }, {}, 'registerNo is missing'],
    [{ legalPerson: undefined }, { registerNo: undefined }, 'legalPerson is missing'],
    [{}, { mode: 'IVS' }, 'unknown key "mode" in the body'],
    [{}, { action: 'sign' }, 'action must be one of basic-pass, basic-fail, letter-pass'],
  ])('on %j with %j is refused', async (request, more, reason) => {
    const { act } = await simulator.company({ ...COMPANY, ...request })
    expect((await act('pass', more)).body.error).toContain(reason)
  })

  test('may fail without what is missing, and type it otherwise', async () => {
    const bare = { ...COMPANY, registerNo: undefined, legalPerson: undefined }
    expect((await (await simulator.company(bare)).act('basic-fail')).status).toBe(200)
    const { act } = await simulator.company(bare)
    expect((await act('basic-pass', { registerNo: '9111', legalPerson: '王五' })).status).toBe(200)
    expect((await act('letter-pass', { legalPerson: '王五' })).body.error).toBe(
      'legalPerson was already submitted',
    )
    expect((await act('letter-pass')).status).toBe(200)
  })

  test('needs a live session of its own page', async () => {
    const { act } = await simulator.company()
    expect((await act('pass', { session: 'invented' })).body.error).toBe('this session is unknown')
    const session = await simulator.session(await simulator.ticket())
    expect((await act('pass', { session })).body.error).toBe('this session is unknown')
    await simulator.passTime(15 * 60_000 + 1)
    expect((await act('pass')).body.error).toContain('this session is over')
  })

  test('does not reach a person’s call', async () => {
    const { session } = await simulator.company()
    expect((await simulator.act(session, 'pass')).body.error).toBe('this session is unknown')
  })
})
