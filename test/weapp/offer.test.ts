import type { OpenApp } from '../../sandbox/simulator/jsdom'
import type { BootOptions, MiniProgramHandle } from '../../sandbox/simulator/runtime/types'
import { openCompiled, pressOn } from './compiled'
import {
  createInviteeWorld,
  handoverToken,
  type InviteeWorld,
  personOffer,
  rejected,
  token,
  verificationId,
  verified,
} from './invitee-cloud'

let world: InviteeWorld
let app: OpenApp
let visits: MiniProgramHandle[]

beforeEach(() => {
  world = createInviteeWorld()
  visits = []
})
afterEach(() => {
  const trouble = [...app.errors(), ...app.sim.stats.warnings]
  app.close()
  expect(trouble).toEqual([])
})

async function open(query: Record<string, string> = { token }, options: BootOptions = {}) {
  app = await openCompiled((action, input) => world.answer(action, input), {
    launch: { path: 'packages/verify/invitation/index', query },
    onMiniProgram: visit => visits.push(visit),
    ...options,
  })
}
const top = () => app.sim.pages().at(-1)
const press = (target: string) => pressOn(app, target)
const mine = (view: unknown, part: Record<string, unknown> = {}) => {
  world.offer = { ...personOffer, standing: 'mine', canStart: false, verification: view, ...part }
}
const leadsTo = (redirect: unknown) => mine(verified, { terms: { ...personOffer.terms, redirect } })

describe('open', () => {
  test('says who asks for what, why, by whom and what is filled in, and claims nothing', async () => {
    await open()
    await app.until(() => app.q('#begin'))
    expect(app.text('#invitation')).toBe('示例科技有限公司邀请您完成\n入职实名\n用于签署劳动合同')
    await app.until(() => app.q('#kept'))
    expect(app.text('#fact-vendor')).toMatch(/e签宝/)
    expect(app.text('#fact-until')).toMatch(/2026-11-\d\d \d\d:\d\d/)
    expect(app.text('#filled-name')).toMatch(/姓名\n不能修改\n张\*/)
    expect(app.text('#filled-mobile')).toMatch(/手机号\n138\*{4}0000/)
    expect(app.text('#filled-in')).toMatch(/完整内容保存在服务器上/)
    expect(app.text('#kept')).toMatch(/30 天/)
    expect(app.text()).not.toMatch(/成功/)
  })

  test('leads to the form of its subject, with what is needed to come back to the computer', async () => {
    await open({ token, handover: handoverToken })
    await press('#begin')
    await app.until(() => top()?.route === 'packages/verify/person/index')
    expect(top()?.query).toEqual({ invitation: token, handover: handoverToken })
  })

  test('that cannot be begun now says so', async () => {
    world.offer = { ...personOffer, canStart: false }
    await open()
    await app.until(() => app.q('#cannot-start'))
    expect(app.q('#begin')).toBeNull()
  })

  test('is looked at again by pulling down and when the page is shown again', async () => {
    await open()
    await app.until(() => app.q('#begin'))
    world.offer = { ...personOffer, title: '另一件事' }
    app.sim.pullDownRefresh()
    await app.until(() => /另一件事/.test(app.text('#invitation')))
    world.offer = { ...personOffer, standing: 'revoked', terms: null, canStart: false }
    app.sim.hide()
    app.sim.show()
    await app.until(() => app.q('#invitation-revoked'))
  })
})

describe('too late or not for this person', () => {
  test.each([
    ['taken', /已有人使用[\s\S]*其他微信账号[\s\S]*向示例科技有限公司索取/],
    ['expired', /已过期[\s\S]*2026-11-\d\d \d\d:\d\d 到期[\s\S]*重新邀请/],
    ['revoked', /已收回[\s\S]*不需要再办理/],
  ])('%s has a screen of its own', async (standing, words) => {
    world.offer = { ...personOffer, standing, terms: null, canStart: false }
    await open()
    await app.until(() => app.q(`#invitation-${standing}`))
    expect(app.text()).toMatch(words)
    expect(app.q('#begin')).toBeNull()
  })

  test('an unknown token is not found', async () => {
    world.fail('invitation.open', 'NOT_FOUND')
    await open()
    await app.until(() => app.q('#invitation-missing'))
  })

  test('a damaged token is not even asked about', async () => {
    await open({ token: 'short' })
    await app.until(() => app.q('#invitation-missing'))
    expect(world.inputsOf('invitation.open')).toEqual([])
  })

  test('what could not be loaded can be tried again', async () => {
    world.fail('invitation.open', 'NETWORK')
    await open()
    await app.until(() => app.q('#failed'))
    world.fail('invitation.open', null)
    await press('#failed-action')
    await app.until(() => app.q('#begin'))
    expect(app.q('#failed')).toBeNull()
  })
})

describe('mine', () => {
  test('that is under way goes on at its verification, which knows the way back', async () => {
    mine(world.view)
    await open()
    await app.until(() => app.q('#look'))
    expect(app.text('#mine-title')).toBe('认证进行中')
    expect(app.text('#look')).toBe('继续')
    await press('#look')
    await app.until(() => top()?.route === 'packages/verify/verification/index')
    expect(top()?.query).toEqual({ id: verificationId, invitation: token })
  })

  test('that failed can be begun again', async () => {
    mine(rejected, { canStart: true })
    await open()
    await app.until(() => app.q('#begin'))
    expect(app.text('#mine-title')).toBe('认证未通过')
    expect(app.text('#begin')).toBe('重新开始')
    expect(app.text('#look')).toBe('查看之前的认证')
  })

  test('that is verified and leads nowhere is done when the invitee says so', async () => {
    mine(verified)
    await open()
    await press('#finish')
    await app.until(() => app.q('#finished'))
    expect(app.text('#mine-title')).toBe('认证成功')
    expect(world.inputsOf('invitation.finish')).toEqual([{ token }])
  })

  test('a finish that did not arrive claims nothing and can be tried again', async () => {
    mine(verified)
    await open()
    world.fail('invitation.finish', 'NETWORK')
    await press('#finish')
    await app.until(() => app.q('#failed'))
    expect(app.q('#finished')).toBeNull()
    world.fail('invitation.finish', null)
    await press('#finish')
    await app.until(() => app.q('#finished'))
  })
})

describe('the way on', () => {
  const redirect = { kind: 'miniProgram', appId: 'wx0123456789abcdef', path: 'pages/next?from=a' }

  test('into a mini-program is taken in the tap itself, with the path and nothing else', async () => {
    leadsTo(redirect)
    await open({ token }, { miniPrograms: { wx0123456789abcdef: 'about:blank' } })
    await press('#way-on-go')
    await app.until(() => app.overlayText() !== '')
    app.tap('允许')
    await app.until(() => visits.length === 1)
    expect(visits[0]).toMatchObject({ appId: redirect.appId, path: redirect.path, extraData: {} })
    await app.until(() => world.inputsOf('invitation.finish').length === 1)
  })

  test('that the invitee refused is not finished', async () => {
    leadsTo(redirect)
    await open({ token }, { miniPrograms: { wx0123456789abcdef: 'about:blank' } })
    await press('#way-on-go')
    await app.until(() => app.overlayText() !== '')
    app.tap('取消')
    await app.until(() => app.q('#way-on-canceled'))
    expect(world.inputsOf('invitation.finish')).toEqual([])
  })

  test('to a page of the web is copied, with what to do with it', async () => {
    leadsTo({ kind: 'webUrl', url: 'https://example.com/next?a=1' })
    await open()
    await press('#way-on-go')
    await app.until(() => app.q('#way-on-copied'))
    expect(app.sim.clipboard.read()).toBe('https://example.com/next?a=1')
    expect(app.text('#way-on-copied')).toMatch(/打开浏览器/)
    expect(app.text('#mine')).toBe('认证成功')
    await app.until(() => world.inputsOf('invitation.finish').length === 1)
  })
})
