import type { OpenApp } from '../../sandbox/simulator/jsdom'
import type { BootOptions, ScannedCode } from '../../sandbox/simulator/runtime/types'
import { openCompiled, pressOn, quiet } from './compiled'
import { createInviteeWorld, handoverToken, type InviteeWorld, token, verificationId } from './invitee-cloud'

let world: InviteeWorld
let app: OpenApp
let scanned: string | ScannedCode | null

beforeEach(() => {
  world = createInviteeWorld()
  scanned = null
})
afterEach(() => {
  const trouble = app.errors()
  app.close()
  expect(trouble).toEqual([])
})

async function open(path: string, query: Record<string, string>, options: BootOptions = {}) {
  app = await openCompiled((action, input) => world.answer(action, input), {
    launch: { path: `pages/${path}/index`, query },
    scan: async () => scanned,
    ...options,
  })
}
const scan = (query: Record<string, string>) => open('scan', query)
const top = () => app.sim.pages().at(-1)
const at = (route: string) => app.until(() => top()?.route === route)
const press = (target: string) => pressOn(app, target)
const takesOver = (target: unknown) => world.on('handover.open', () => ({ target }))

describe('the page every code leads to', () => {
  test.each([
    ['a round code', { scene: `i%3D${token}` }],
    ['a link', { q: encodeURIComponent(`https://example.com/r?i=${token}`) }],
  ])('%s of an invitation becomes the page of the invitation', async (_name, query) => {
    await scan(query)
    await at('packages/verify/invitation/index')
    expect(top()?.query).toEqual({ token })
    expect(app.sim.pages()).toHaveLength(1)
  })

  test('a contract goes to its page', async () => {
    await scan({ scene: 'c%3D2879182318' })
    await at('packages/verify/contract/index')
    expect(top()?.query).toEqual({ contractId: '2879182318' })
  })

  test('a phone that takes over a start gets the form', async () => {
    takesOver({ kind: 'start', subject: 'organization' })
    await scan({ scene: `h%3D${handoverToken}` })
    await at('packages/verify/organization/index')
    expect(top()?.query).toEqual({ handover: handoverToken })
    expect(world.inputsOf('handover.open')).toEqual([{ token: handoverToken }])
  })

  test('a phone that takes over a verification gets its page', async () => {
    takesOver({ kind: 'verification', id: verificationId })
    await scan({ h: handoverToken })
    await at('packages/verify/verification/index')
    expect(top()?.query).toEqual({ id: verificationId })
  })

  test('a phone that takes over an invitation gets its page, and knows of the computer', async () => {
    takesOver({ kind: 'invitation', token })
    await scan({ h: handoverToken })
    await at('packages/verify/invitation/index')
    expect(top()?.query).toEqual({ token, handover: handoverToken })
  })

  test.each([
    ['HANDOVER_OVER', '#stop-over', /已失效[\s\S]*换一个码/],
    ['NOT_FOUND', '#stop-over', /已失效/],
    ['HANDOVER_FOREIGN', '#stop-foreign', /同一个微信/],
  ])('%s is said on %s', async (failure, screen, words) => {
    world.fail('handover.open', failure)
    await scan({ h: handoverToken })
    await app.until(() => app.q(screen))
    expect(app.text(screen)).toMatch(words)
    expect(app.q('#retry')).toBeNull()
  })

  test('without a network it can be tried again', async () => {
    world.fail('handover.open', 'NETWORK')
    takesOver({ kind: 'verification', id: verificationId })
    await scan({ h: handoverToken })
    await app.until(() => app.q('#stop-failed'))
    expect(app.text('#stop-failed')).toMatch(/网络不通/)
    world.fail('handover.open', null)
    await press('#retry')
    await at('packages/verify/verification/index')
  })

  test('a damaged code says what may have happened; another one can be scanned there', async () => {
    await scan({ scene: 'i%3Dshort' })
    await app.until(() => app.q('#stop-unknown'))
    expect(app.text('#stop-unknown')).toMatch(/没有扫完整[\s\S]*没有提交/)
    scanned = { result: '', path: `pages/scan/index?scene=i%3D${token}` }
    await press('#rescan')
    await at('packages/verify/invitation/index')
  })

  test('whoever has no other code goes home', async () => {
    await scan({})
    await press('#home')
    await at('pages/home/index')
  })
})

describe('the cell of the home page', () => {
  test('opens what was scanned above the home page', async () => {
    await open('home', {})
    scanned = `https://example.com/r?i=${token}`
    await press('#scan')
    await at('packages/verify/invitation/index')
    expect(app.sim.pages()).toHaveLength(2)
  })

  test('asks about the code of a computer on the page of codes', async () => {
    takesOver({ kind: 'verification', id: verificationId })
    await open('home', {})
    scanned = `h=${handoverToken}`
    await press('#scan')
    await at('packages/verify/verification/index')
  })

  test('a code of somebody else gets a sentence, and nothing is opened', async () => {
    await open('home', {})
    scanned = 'https://example.com/menu'
    await press('#scan')
    await app.until(() => app.q('#scan-unknown'))
    expect(app.text('#scan-unknown')).toMatch(/不认识这个二维码/)
    expect(top()?.route).toBe('pages/home/index')
  })

  test('giving up is silent', async () => {
    await open('home', {})
    await press('#scan')
    await quiet(app)
    expect(app.q('#scan-unknown')).toBeNull()
  })

  test('two taps scan once', async () => {
    const scans = jest.fn(async () => null)
    await open('home', {}, { scan: scans })
    await press('#scan')
    app.tap('#scan')
    await quiet(app)
    expect(scans).toHaveBeenCalledTimes(1)
  })

  test('the button for contracts takes bare numbers and every other code', async () => {
    await open('home', {})
    scanned = '2879182318'
    await press('#contract')
    await press('#contract-scan')
    await at('packages/verify/contract/index')
    expect(top()?.query).toEqual({ contractId: '2879182318' })
    await quiet(app)
    app.sim.back()
    await at('pages/home/index')
    scanned = `i=${token}`
    await press('#contract-scan')
    await at('packages/verify/invitation/index')
  })
})
