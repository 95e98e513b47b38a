import { ask, textOf } from '../kit/test-support'
import { DEMO_CONTRACT, SIGNER, startTestSimulator, type TestSimulator } from './test-support'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

const OTHER = { contact: '13800138001', contactType: 'MOBILE' }
const page = (ticket: string, query = 'env=cn&hasCb=true') => simulator.page(ticket, query, 'doc')
const open = (ticket: string) => simulator.open(ticket, 'cn', 'doc')
const session = async (ticket: string) => textOf((await open(ticket)).body, 'session')
const act = (of: string, action: string, more = {}) =>
  ask(simulator.url, 'POST', '/plugin/doc/act', { session: of, action, ...more })
const contract = async () => {
  const { body } = await simulator.control('GET', 'contracts')
  return Array.isArray(body.contracts) ? body.contracts.at(-1) : undefined
}
const twoSigners = async () => {
  const { body } = await simulator.control('POST', 'contracts', {
    subject: '双方合同',
    signers: [SIGNER, OTHER],
  })
  return textOf(body, 'contractId')
}

describe('a signing ticket', () => {
  test('opens the contract once, with its signers masked', async () => {
    const ticket = await simulator.signTicket()
    const html = await page(ticket)
    expect(html).toContain('id="sign"')
    expect(html).toContain('id="refuse"')
    expect(html).toContain('138****8000')
    expect(html).not.toContain('13800138000')
    expect(await page(ticket)).toContain('链接已失效')
  })

  test.each(['personal-auth', 'enterprise-auth', 'signature'])('does not open %s', async name => {
    const ticket = await simulator.signTicket()
    expect(await simulator.page(ticket, 'env=cn', name)).toContain('令牌与页面不匹配')
    expect((await open(ticket)).body).toEqual({
      session: expect.any(String),
      contractId: DEMO_CONTRACT,
      state: 'signing',
      signer: 'waiting',
    })
  })

  test('belongs to one environment and dies after five minutes', async () => {
    const ticket = await simulator.signTicket()
    expect(await page(ticket, 'env=com')).toContain('环境不匹配')
    await simulator.passTime(5 * 60_000 + 1)
    expect(await page(ticket)).toContain('链接已失效')
  })

  test('has no page behind a link', async () => {
    const ticket = await simulator.signTicket()
    expect((await fetch(`${simulator.url}/h5/doc/${ticket}`)).status).toBe(441)
  })
})

describe('an act on a contract', () => {
  test.each([
    ['sign', 'complete', 'signed'],
    ['refuse', 'refused', 'refused'],
  ])('%s leads to %s', async (action, state, signer) => {
    const answer = await act(await session(await simulator.signTicket()), action)
    expect(answer.body).toEqual({ contractId: DEMO_CONTRACT, state, signer })
    expect(await contract()).toMatchObject({ state, signers: [{ state: signer }] })
  })

  test('counts once', async () => {
    const [first, second] = [await simulator.signTicket(), await simulator.signTicket()]
    const [one, two] = [await session(first), await session(second)]
    await act(one, 'sign')
    for (const again of [one, two]) {
      const answer = await act(again, 'refuse')
      expect(answer.status).toBe(409)
      expect(answer.body.error).toBe('this signer has signed already')
    }
  })

  test('by every signer completes it', async () => {
    const contractId = await twoSigners()
    await act(await session(await simulator.signTicket({ contractId, user: SIGNER })), 'sign')
    expect(await contract()).toMatchObject({ state: 'signing' })
    await act(await session(await simulator.signTicket({ contractId, user: OTHER })), 'sign')
    expect(await contract()).toMatchObject({ state: 'complete' })
  })

  test('of one who refuses ends it for all', async () => {
    const contractId = await twoSigners()
    const [ticket, late] = [
      await simulator.signTicket({ contractId, user: OTHER }),
      await simulator.signTicket({ contractId, user: OTHER }),
    ]
    const waiting = await session(ticket)
    await act(await session(await simulator.signTicket({ contractId, user: SIGNER })), 'refuse')
    expect((await act(waiting, 'sign')).body.error).toBe('the contract is refused')
    expect(await page(late)).toContain('"done":"ended"')
  })

  test.each(['view', 'pass', ''])('"%s" is none', async action => {
    expect((await act(await session(await simulator.signTicket()), action)).status).toBe(400)
  })

  test('needs a live session of its own page', async () => {
    expect((await act('invented', 'sign')).body.error).toBe('this session is unknown')
    expect((await act((await simulator.company()).session, 'sign')).body.error).toBe(
      'this session is unknown',
    )
    const own = await session(await simulator.signTicket())
    expect((await act(own, 'sign', { mode: 'IVS' })).status).toBe(400)
    await simulator.passTime(15 * 60_000 + 1)
    expect((await act(own, 'sign')).body.error).toContain('this session is over')
  })
})

describe('a viewing ticket', () => {
  test('shows the contract and no more', async () => {
    const html = await page(await simulator.viewTicket({ contractId: DEMO_CONTRACT, themeColor: '#1677ff' }))
    expect(html).toContain('合同预览')
    expect(html).toContain('id="close"')
    expect(html).not.toMatch(/id="(sign|refuse)"/)
    expect(html).toContain('--brand:#1677ff')
  })

  test('cannot act', async () => {
    const answer = await act(await session(await simulator.viewTicket()), 'sign')
    expect(answer.status).toBe(409)
    expect(answer.body.error).toBe('this ticket only shows the contract')
  })

  test('takes no order from the script', async () => {
    await simulator.control('POST', 'next', { outcome: 'refuse' })
    await page(await simulator.viewTicket())
    expect(await page(await simulator.signTicket())).toMatch(/id="refuse"[^>]*data-preselected/)
  })
})

describe('a scripted signer', () => {
  test.each([
    ['sign', 'complete', '"done":"signed"'],
    ['refuse', 'refused', '"done":"refused"'],
  ])('does %s by itself', async (outcome, state, done) => {
    await simulator.control('POST', 'next', { outcome, auto: true })
    const ticket = await simulator.signTicket()
    expect(await contract()).toMatchObject({ state })
    expect(await page(ticket)).toContain(done)
  })

  test('leaves orders for others alone', async () => {
    await simulator.control('POST', 'next', { outcome: 'fail' })
    expect(await page(await simulator.signTicket())).toMatch(/id="sign"[^>]*data-preselected/)
    expect(await simulator.page(await simulator.ticket())).toMatch(/id="fail"[^>]*data-preselected/)
  })
})

test('the index page lists contracts', async () => {
  expect(await (await fetch(`${simulator.url}/`)).text()).toContain('演示合同：软件服务协议 · 签署中')
})
