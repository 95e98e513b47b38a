import type { OpenApp } from '../../sandbox/simulator/jsdom'
import { openCompiled, pressOn, quiet } from './compiled'
import {
  createInviteeWorld,
  handoverId,
  type InviteeWorld,
  personOffer,
  token,
  verificationId,
} from './invitee-cloud'

let world: InviteeWorld
let app: OpenApp
let handover: Record<string, unknown>
const image = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='

beforeEach(() => {
  world = createInviteeWorld()
  handover = { id: handoverId, state: 'waiting', verificationId: null, expiresAt: Date.now() + 245_000 }
  world.on('handover.create', () => ({ handover, image }))
  world.on('handover.get', () => ({ handover }))
})
afterEach(() => {
  const trouble = app.errors()
  app.close()
  expect(trouble).toEqual([])
})

async function open(path: string, query: Record<string, string> = {}, platform = 'windows') {
  app = await openCompiled((action, input) => world.answer(action, input), {
    launch: { path, query },
    wx: { getDeviceInfo: () => ({ platform }) },
  })
}
const page = (query: Record<string, string> = { subject: 'person' }) =>
  open('packages/verify/handover/index', query)
const top = () => app.sim.pages().at(-1)
const at = (name: string) => app.until(() => top()?.route === `packages/verify/${name}/index`)
const says = (state: string) => app.until(() => app.text('#state') === state)
const press = (target: string) => pressOn(app, target)
const becomes = (part: Record<string, unknown>) => {
  handover = { ...handover, ...part }
}

describe('on a computer', () => {
  test.each([
    ['#start', { subject: 'person' }],
    ['#start-organization', { subject: 'organization' }],
  ])('%s of the home page leads to the code', async (button, query) => {
    await open('pages/home/index')
    await press(button)
    await at('handover')
    expect(top()?.query).toEqual(query)
  })

  test('an invitation is begun with the phone', async () => {
    world.offer = { ...personOffer }
    await open('packages/verify/invitation/index', { token })
    await press('#begin')
    await at('handover')
    expect(top()?.query).toEqual({ token })
  })

  test('a verification goes on with the phone, without a button that opens nothing', async () => {
    await open('packages/verify/verification/index', { id: verificationId })
    await app.until(() => app.q('#on-phone'))
    expect(app.q('#open')).toBeNull()
    await press('#on-phone')
    await at('handover')
    expect(top()?.query).toEqual({ id: verificationId })
  })

  test('a phone knows nothing of all that', async () => {
    await open('packages/verify/verification/index', { id: verificationId }, 'android')
    await app.until(() => app.q('#open'))
    expect(app.q('#on-phone')).toBeNull()
  })
})

describe('the code', () => {
  test.each([
    [{ subject: 'organization' }, { kind: 'start', subject: 'organization' }],
    [{ id: verificationId }, { kind: 'verification', id: verificationId }],
    [{ token }, { kind: 'invitation', token }],
  ])('is made once, for %j', async (query, input) => {
    await page(query)
    await app.until(() => app.q('#code'))
    await app.until(() => world.inputsOf('handover.get').length > 1)
    expect(world.inputsOf('handover.create')).toMatchObject([input])
    expect(world.inputsOf('handover.get')[0]).toEqual({ id: handoverId })
  })

  test('is shown with what to do and how long it lives', async () => {
    await page()
    await app.until(() => app.q('#code'))
    expect(app.text()).toMatch(/用手机微信扫码继续/)
    expect(app.text('#left')).toMatch(/^二维码 4:0\d 内有效$/)
    const first = app.text('#left')
    await app.until(() => app.text('#left') !== first)
  })

  test('that expired is replaced by another one', async () => {
    becomes({ expiresAt: Date.now() + 1200 })
    await page()
    await says('二维码已过期')
    expect(app.q('#code')).toBeNull()
    world.on('handover.create', () => {
      becomes({ id: handoverId.replace('0', 'f'), expiresAt: Date.now() + 240_000 })
      return { handover, image }
    })
    await press('#again')
    await app.until(() => app.q('#code'))
    expect(world.inputsOf('handover.create')).toHaveLength(2)
  })

  test('that could not be made can be tried again', async () => {
    world.fail('handover.create', 'CODE_UNAVAILABLE')
    await page()
    await app.until(() => app.q('#failed'))
    expect(app.text('#failed')).toMatch(/二维码暂时无法生成/)
    world.fail('handover.create', null)
    await press('#failed-action')
    await app.until(() => app.q('#code'))
  })

  test('for nothing is not made', async () => {
    await page({ id: 'v_1' })
    await app.until(() => app.q('#unknown'))
    expect(world.inputsOf('handover.create')).toEqual([])
  })
})

describe('what becomes of it', () => {
  test('is followed from the scan to the result, and the computer of the same user goes on there', async () => {
    await page()
    await says('等待扫码')
    becomes({ state: 'scanned' })
    await says('手机已扫码')
    expect(app.q('#code')).toBeNull()
    becomes({ state: 'processing', verificationId })
    await says('正在手机上办理')
    expect(app.q('#look')).toBeNull()
    becomes({ state: 'verified' })
    await at('verification')
    expect(top()?.query).toEqual({ id: verificationId })
  })

  test('a failure can be looked at by the same user', async () => {
    becomes({ state: 'failed', verificationId })
    await page()
    await says('没有通过认证')
    await press('#look')
    await at('verification')
  })

  test('at another WeChat user is only a result', async () => {
    becomes({ state: 'failed' })
    await page()
    await says('没有通过认证')
    await quiet(app)
    expect(app.q('#look')).toBeNull()
  })

  test('is not asked for while the page is hidden, and at once when it is shown again', async () => {
    await page()
    await says('等待扫码')
    app.sim.hide()
    await quiet(app)
    const before = world.inputsOf('handover.get').length
    becomes({ state: 'scanned' })
    await new Promise(resolve => setTimeout(resolve, 700))
    expect(world.inputsOf('handover.get')).toHaveLength(before)
    app.sim.show()
    await says('手机已扫码')
  })

  test('that cannot be heard of just now keeps what was known', async () => {
    becomes({ state: 'scanned' })
    await page()
    await says('手机已扫码')
    world.fail('handover.get', 'NETWORK')
    await press('#refresh')
    await app.until(() => app.q('#failed'))
    expect(app.text('#failed')).toMatch(/上次查询到的状态/)
    expect(app.text('#state')).toBe('手机已扫码')
    world.fail('handover.get', null)
    await app.until(() => app.q('#failed') === null)
  })
})
