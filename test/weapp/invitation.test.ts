import type { OpenApp } from '../../sandbox/simulator/jsdom'
import type { BootOptions } from '../../sandbox/simulator/runtime/types'
import { openCompiled, pressOn, quiet } from './compiled'
import {
  address,
  campaignId,
  createInvitationsWorld,
  detailOf,
  type InvitationsWorld,
  invitationId,
  picture,
  verificationId,
} from './invitations-cloud'

let world: InvitationsWorld
let app: OpenApp

beforeEach(() => {
  world = createInvitationsWorld()
})
afterEach(() => {
  const trouble = [...app.errors(), ...app.sim.stats.warnings]
  app.close()
  expect(trouble).toEqual([])
})

async function open(options: BootOptions = {}) {
  app = await openCompiled((action, input) => world.answer(action, input), {
    launch: { path: 'packages/workplace/invitation/index', query: { id: invitationId(1) } },
    ...options,
  })
  await app.until(() => app.q('#status') ?? app.q('#missing') ?? app.q('#failed'))
}
/** A tap, once what was done before has reached the screen. */
const press = (target: string) => pressOn(app, target)
async function showCode(options: BootOptions = {}) {
  await open(options)
  await press('#code-show')
  await app.until(() => app.q('#code-image'))
}
const route = () => app.sim.pages().at(-1)?.route
const pixel = Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64')
const may = { resend: false, revoke: false, code: false }

describe('what is known', () => {
  test('is said: whom, about what, on which terms, what was filled in and what may be changed', async () => {
    world.detail = detailOf({
      state: 'started',
      most: 10,
      begun: 2,
      note: '合作前请完成认证',
      vendor: 'qiyuesuo',
      mode: 'face',
      bizId: 'HT-2026-1',
      redirect: { kind: 'miniProgram', appId: 'wx0123456789abcdef', path: 'pages/done' },
    })
    await open()
    // Nobody is named before the settings say who it is.
    await app.until(() => app.text('#terms').includes('契约锁'))
    expect(app.text('#status')).toMatch(
      /^测\*\*\*\n进行中\n员工入职实名认证\n已有 2 人开始，共可 10 人\n还没有人打开\n.* 前可以开始（还剩 29 天）$/,
    )
    expect(app.text('#terms')).toMatch(
      /合作前请完成认证\n邀请谁\n个人\n认证机构\n契约锁\n认证方式\n刷脸认证\n认证后去\n小程序 wx0123456789abcdef\npages\/done\n业务编号\nHT-2026-1/,
    )
    expect(app.text('#filled-in-name')).toBe('姓名\n不能修改\n测***')
    expect(app.text('#filled-in-mobile')).toBe('手机号\n100****0001')
  })

  test('whoever has begun leads to the verification, newest first', async () => {
    world.detail = detailOf({
      people: [
        { verificationId, state: 'processing', finishedAt: null, at: 2 },
        { verificationId: `v_${'b'.repeat(32)}`, state: 'verified', finishedAt: 3, at: 1 },
      ],
    })
    const visited: unknown[] = []
    const navigateTo = (given: { url: string; success: (result: object) => void }) => {
      visited.push(given.url)
      given.success({})
    }
    await open({ wx: { navigateTo } })
    expect(app.text('#person-1')).toMatch(/^第 2 位[\s\S]*办理中$/)
    expect(app.text('#person-2')).toMatch(/^第 1 位[\s\S]*已完成$/)
    await press('#person-1')
    await app.until(() => visited.length === 1)
    expect(visited).toEqual([`/packages/workplace/verification/index?id=${verificationId}`])
  })

  test('its history is told in order', async () => {
    world.detail = detailOf({
      history: [
        { event: 'created', at: 1 },
        { event: 'opened', at: 2 },
        { event: 'inviteeStarted', at: 3 },
      ],
    })
    await open()
    expect(app.text('#history')).toMatch(/^创建邀请\n[\s\S]*首次打开\n[\s\S]*有人开始认证/)
  })

  test('one of a campaign leads there', async () => {
    world.detail = detailOf({ campaignId, number: 12 })
    await open()
    expect(app.text('#campaign')).toBe('所属批次\n第 12 份')
    await press('#campaign')
    await app.until(() => route() === 'packages/workplace/invitations/index')
  })

  test('an unknown one leads to the list', async () => {
    world.fail('invitation.get', { code: 'NOT_FOUND' })
    await open()
    await press('#back')
    await app.until(() => route() === 'packages/workplace/invitations/index')
  })

  test('one that cannot be loaded can be tried again', async () => {
    world.fail('invitation.get', { code: 'INTERNAL' })
    await open()
    world.fail('invitation.get', null)
    await press('#failed-action')
    await app.until(() => app.q('#status'))
    expect(app.q('#failed')).toBeNull()
  })

  test('a viewer sees no code and no buttons', async () => {
    world.role = 'viewer'
    world.detail = detailOf({ can: may })
    await open()
    expect(app.q('#code')).toBeNull()
    expect(app.q('#poster-make')).toBeNull()
    expect(app.q('#resend')).toBeNull()
    expect(app.q('#revoke')).toBeNull()
    expect(world.inputsOf('invitation.code')).toEqual([])
  })
})

describe('the code', () => {
  test('is made when it is asked for, says how long it is good, and is saved to the album', async () => {
    await open()
    await quiet(app)
    expect(world.inputsOf('invitation.code')).toEqual([])
    await press('#code-show')
    await app.until(() => app.q('#code-image'))
    expect(world.inputsOf('invitation.code')).toEqual([{ id: invitationId(1), form: 'miniProgramCode' }])
    expect(app.text('#code-validity')).toMatch(/前有效（还剩 29 天）$/)
    await press('#code-save')
    await app.until(() => app.sim.album().length === 1)
    expect(Buffer.from(app.sim.album()[0] ?? [])).toEqual(pixel)
    await app.until(() => /已保存到相册/.test(app.overlayText()))
  })

  test('is sent to a chat as a card with a picture of our own, which leads to the invitation', async () => {
    await showCode()
    await press('#code-send')
    await app.until(() => app.sim.lastShare())
    expect(app.sim.lastShare()).toEqual({
      title: expect.stringMatching(/邀请您办理“.+”$/),
      path: '/pages/scan/index?i=token',
      imageUrl: '/assets/share.png',
    })
  })

  test('comes in every form that is offered, each made once; addresses are copied', async () => {
    await showCode()
    expect(app.qa('[id^="code-form-"]')).toHaveLength(4)
    await press('#code-form-urlLink')
    await app.until(() => app.text('#code-text') === address)
    expect(app.q('#code-image')).toBeNull()
    await press('#code-copy')
    await app.until(() => app.sim.clipboard.read() === address)
    await press('#code-form-miniProgramCode')
    await app.until(() => app.q('#code-image'))
    expect(world.inputsOf('invitation.code').map(each => each.form)).toEqual(['miniProgramCode', 'urlLink'])
  })

  test('needs no choice where there is one form', async () => {
    world.detail = detailOf({ forms: ['miniProgramCode'] })
    await showCode()
    expect(app.qa('[id^="code-form-"]')).toHaveLength(0)
  })

  test('that cannot be made is tried again, and the other forms stay within reach', async () => {
    world.fail('invitation.code', { code: 'CODE_UNAVAILABLE' })
    await open()
    await press('#code-show')
    await app.until(() => /二维码暂时无法生成/.test(app.text('#code-failed')))
    expect(app.q('#code-form-linkCode')).not.toBeNull()
    world.fail('invitation.code', null)
    await press('#code-failed-action')
    await app.until(() => app.q('#code-image'))
    expect(app.q('#code-failed')).toBeNull()
  })

  test('can be looked at as the invitee sees it, where the link carries the code', async () => {
    await open()
    await press('#code-show')
    await app.until(() => app.q('#code-image'))
    expect(app.q('#code-preview')).toBeNull()
    await press('#code-form-linkCode')
    await press('#code-preview')
    await app.until(() => app.sim.pages().at(-1)?.route === 'packages/verify/invitation/index')
    expect(app.sim.pages().at(-1)?.query).toEqual({ token: 'abcdefghijklmnopqrstuv' })
  })

  test('two taps make one', async () => {
    await open()
    await quiet(app)
    app.tap('#code-show')
    app.tap('#code-show')
    await app.until(() => app.q('#code-image'))
    expect(world.inputsOf('invitation.code')).toHaveLength(1)
  })

  test('one for a single person is not to be passed around', async () => {
    await showCode()
    expect(app.text('#code')).toMatch(/只能一个人用，请只发给受邀人/)
  })
})

describe('the poster', () => {
  test('is drawn, shown, saved and sent', async () => {
    const shared: unknown[] = []
    const showShareImageMenu = (given: { path: string; success: (result: object) => void }) => {
      shared.push(given.path)
      given.success({})
    }
    await showCode({ canvasPicture: () => pixel, wx: { showShareImageMenu, canIUse: () => true } })
    await press('#poster-make')
    await app.until(() => app.q('#poster'))
    await press('#poster-save')
    await app.until(() => app.sim.album().length === 1)
    await press('#poster-share')
    await app.until(() => shared.length === 1)
    await press('#poster-preview')
    await app.until(() => app.sim.overlays().querySelector('img'))
  })

  test('makes the code itself when nobody has looked at it', async () => {
    await open({ canvasPicture: () => pixel })
    await press('#poster-make')
    await app.until(() => app.q('#poster'))
    expect(world.inputsOf('invitation.code')).toEqual([{ id: invitationId(1), form: 'miniProgramCode' }])
  })

  test('that does not work out leaves the plain code, and can be tried again', async () => {
    await showCode()
    await press('#poster-make')
    await app.until(() => app.q('#poster-failed'))
    expect(app.text('#poster-failed')).toMatch(/直接使用上面的二维码/)
    expect(app.q('#code-image')).not.toBeNull()
    await press('#poster-failed-action')
    await app.until(() => app.q('#poster-failed'))
  })

  test('cannot be drawn where there is no canvas; the plain code is there', async () => {
    const none = {
      select: () => none,
      fields: () => none,
      exec: (tell: (found: null[]) => void) => tell([null]),
    }
    await showCode({ wx: { createSelectorQuery: () => none } })
    await press('#poster-make')
    await app.until(() => app.q('#poster-no-canvas'))
    expect(app.q('#code-image')).not.toBeNull()
  })

  test('is not offered where no code can be scanned', async () => {
    world.detail = detailOf({ forms: ['urlLink', 'urlScheme'] })
    await open()
    await quiet(app)
    expect(app.q('#poster-make')).toBeNull()
  })
})

describe('sending anew', () => {
  test('asks for how long, leaves the old codes good, and takes the shown one away', async () => {
    await showCode()
    await press('#resend')
    await app.until(() => app.q('#resend-sheet'))
    expect(app.text('#resend-sheet')).toMatch(/已发出的二维码和链接继续有效/)
    await press('#resend-days-90')
    await press('#resend-yes')
    await app.until(() => /还剩 90 天/.test(app.text('#expires')))
    expect(world.inputsOf('invitation.resend')).toMatchObject([
      { id: invitationId(1), days: 90, newCode: false },
    ])
    await app.until(() => app.q('#code-show'))
    expect(app.text('#history')).toMatch(/操作员重新发出/)
  })

  test('says what ending the old codes means before it is done', async () => {
    await open()
    await press('#resend')
    await app.until(() => app.q('#resend-sheet'))
    await quiet(app)
    app.check('#resend-new-code')
    await app.until(() =>
      /已发出的二维码和链接立即失效；已经开始的人也要用新码重新开始/.test(app.text('#resend-sheet')),
    )
    await press('#resend-yes')
    await app.until(() => world.inputsOf('invitation.resend').length === 1)
    expect(world.inputsOf('invitation.resend')).toMatchObject([
      { id: invitationId(1), days: 30, newCode: true },
    ])
  })

  test('that comes too late is said, and shows how it stands now', async () => {
    world.fail('invitation.resend', { code: 'INVITATION_ENDED' })
    await open()
    await press('#resend')
    await app.until(() => app.q('#resend-sheet'))
    world.detail = detailOf({ state: 'verified', can: may })
    await press('#resend-yes')
    await app.until(() => /已经结束，不能再这样操作/.test(app.text('#act-failed')))
    await app.until(() => /已认证/.test(app.text('#status')))
    expect(app.q('#resend')).toBeNull()
  })

  test('is not done by closing the question', async () => {
    await open()
    await press('#resend')
    await app.until(() => app.q('#resend-sheet'))
    await press('#resend-no')
    await app.until(() => app.q('#resend-sheet') === null)
    expect(world.inputsOf('invitation.resend')).toEqual([])
  })
})

describe('revoking', () => {
  test('asks first, then shows that it is over', async () => {
    await open()
    await press('#revoke')
    await app.until(() => app.q('#revoke-sheet'))
    expect(app.text('#revoke-sheet')).toMatch(/二维码和链接立即失效/)
    await press('#revoke-yes')
    await app.until(() => /已收回/.test(app.text('#status')))
    expect(world.inputsOf('invitation.revoke')).toEqual([{ ids: [invitationId(1)] }])
    expect(app.q('#code')).toBeNull()
  })

  test('is not done without a yes', async () => {
    await open()
    await press('#revoke')
    await app.until(() => app.q('#revoke-sheet'))
    await press('#revoke-no')
    await app.until(() => app.q('#revoke-sheet') === null)
    expect(world.inputsOf('invitation.revoke')).toEqual([])
  })

  test('that fails is said, and asked again', async () => {
    world.fail('invitation.revoke', { code: 'INTERNAL' })
    await open()
    await press('#revoke')
    await app.until(() => app.q('#revoke-sheet'))
    await press('#revoke-yes')
    await app.until(() => app.q('#act-failed-action'))
    world.fail('invitation.revoke', null)
    await press('#act-failed-action')
    await app.until(() => app.q('#revoke-sheet'))
    await press('#revoke-yes')
    await app.until(() => /已收回/.test(app.text('#status')))
  })
})
