import { ask } from '../kit/test-support'
import { COMPANY, COMPANY_PATH, startTestSimulator, type TestSimulator } from './test-support'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

const name = encodeURIComponent(COMPANY.companyName)
const review = (body: unknown) => simulator.control('POST', 'review', body)
const detail = async (query: string) => (await simulator.api('GET', `/v2/company/detail?${query}`)).body

describe('expiry', () => {
  const expire = (body: unknown) => simulator.control('POST', 'expire', body)

  test('makes a verified company unverified', async () => {
    const company = await simulator.company()
    await company.act('pass')
    const { requestId } = company
    expect((await expire({ companyName: COMPANY.companyName })).body).toEqual({ requestId, state: 'expired' })
    expect((await simulator.companyResult(`requestId=${requestId}`)).result).toMatchObject({ status: 6 })
    expect((await detail(`companyName=${name}`)).result).toEqual({ status: 'UNREGISTERED' })
    expect((await simulator.api('POST', COMPANY_PATH, COMPANY)).body.code).toBe(0)
  })

  test('of a request under way ends it', async () => {
    const company = await simulator.company()
    expect((await expire({ requestId: company.requestId })).status).toBe(200)
    expect((await company.act('pass')).body.error).toBe('pass cannot be done: this request is expired')
  })

  test.each<[unknown, number]>([
    [{ requestId: '1' }, 404],
    [{ companyName: '无此公司' }, 404],
    [{}, 400],
    [{ requestId: '1', companyName: '甲' }, 400],
  ])('of %j is refused', async (body, status) => {
    expect((await expire(body)).status).toBe(status)
  })

  test('happens once', async () => {
    const { requestId } = await simulator.company()
    await expire({ requestId })
    expect((await expire({ requestId })).status).toBe(409)
  })
})

describe('a company review', () => {
  test.each([
    [['review'], 'pass', 'passed'],
    [['review'], 'fail', 'basicFailed'],
    [['review'], 'basic-pass', 'basicPassed'],
    [['review'], 'basic-fail', 'basicFailed'],
    [['basic-pass'], 'letter-pass', 'passed'],
    [['basic-pass', 'review'], 'pass', 'passed'],
    [['basic-pass', 'review'], 'fail', 'letterFailed'],
    [['basic-pass', 'review'], 'letter-fail', 'letterFailed'],
  ])('after %j decides %s: %s', async (actions, outcome, state) => {
    const { act, requestId } = await simulator.company()
    for (const action of actions) await act(action)
    expect((await review({ requestId, outcome })).body).toEqual({ requestId, state })
  })

  test('by name', async () => {
    const { act, requestId } = await simulator.company()
    await act('review')
    const { body } = await review({ companyName: COMPANY.companyName, outcome: 'pass' })
    expect(body).toEqual({ requestId, state: 'passed' })
  })

  test.each<[Record<string, unknown>, number]>([
    [{ requestId: '1', outcome: 'pass' }, 404],
    [{ companyName: '无此公司', outcome: 'pass' }, 404],
    [{ requestId: '1', companyName: '甲', outcome: 'pass' }, 400],
    [{ requestId: '1', outcome: 'review' }, 400],
    [{ contact: '13800000000', outcome: 'letter-pass' }, 400],
  ])('of %j is refused', async (body, status) => {
    expect((await review(body)).status).toBe(status)
  })

  test('is refused before anything was submitted and after it is decided', async () => {
    const { act, requestId } = await simulator.company()
    expect((await review({ requestId, outcome: 'pass' })).status).toBe(409)
    await act('review')
    expect((await review({ requestId, outcome: 'letter-pass' })).status).toBe(409)
    await review({ requestId, outcome: 'fail' })
    expect((await review({ requestId, outcome: 'pass' })).status).toBe(409)
  })

  test('is offered on the index page; the list masks contacts', async () => {
    const { act, requestId } = await simulator.company()
    await act('review')
    const html = await (await fetch(`${simulator.url}/`)).text()
    expect(html).toContain('示例科技有限公司 · 基本信息审核中')
    expect(html).toContain(`data-request-id="${requestId}"`)
    const { body } = await simulator.control('GET', 'companies')
    expect(body.companies).toEqual([
      expect.objectContaining({ requestId, state: 'basicReviewing', contact: '139****0000', licence: null }),
    ])
  })
})

describe('a scripted company', () => {
  test.each([
    ['pass', 2, '"done":"passed"'],
    ['fail', 3, '"done":"basicFailed"'],
    ['review', 4, '"done":"basicReviewing"'],
  ])('does %s by itself', async (outcome, status, done) => {
    await simulator.control('POST', 'next', { outcome, auto: true, path: '/companyauth/' })
    const ticket = await simulator.companyTicket({ ...COMPANY, registerNo: undefined })
    const name = encodeURIComponent(COMPANY.companyName)
    expect((await simulator.companyResult(`companyName=${name}`)).result).toMatchObject({ status })
    expect(await simulator.page(ticket, 'env=cn', 'enterprise-auth')).toContain(done)
  })

  test('opened after a reviewer’s first decision starts at the letter', async () => {
    await simulator.control('POST', 'next', { outcome: 'review', auto: true })
    const ticket = await simulator.companyTicket()
    await review({ companyName: COMPANY.companyName, outcome: 'basic-pass' })
    const html = await simulator.page(ticket, 'env=cn', 'enterprise-auth')
    expect(html).toContain('<section id="basic" hidden>')
    expect(html).toContain('<section id="letter">')
    expect(html).toContain('"done":null')
  })
})

test('a reset forgets companies', async () => {
  await (await simulator.company()).act('pass')
  await ask(simulator.url, 'POST', '/__sandbox/reset')
  expect(await simulator.companyTicket()).toMatch(/^[\w-]{32}$/)
})
