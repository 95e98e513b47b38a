import type { BootOptions, MiniProgramHandle } from './runtime/types'
import { type OpenFixture, openFixture } from './testing/open-fixture'

let app: OpenFixture
afterEach(() => app.close())

const programs: MiniProgramHandle[] = []
const visited = async () => app.until(() => programs.at(-1))

async function open(options: BootOptions = {}) {
  programs.length = 0
  app = await openFixture({
    cloud: async () => ({}),
    miniPrograms: { wxOther: 'http://127.0.0.1/other', wxEmbedded: 'http://127.0.0.1/embedded' },
    onMiniProgram: program => programs.push(program),
    ...options,
  })
  app.wxSync('cloud.init', {})
  app.forget()
}

describe('jumping to another mini-program', () => {
  test('in a tap: asks, then goes; on return scene 1038 with extraData', async () => {
    await open()
    app.tap('#jump')
    expect(app.overlayText()).toContain('即将打开“wxOther”小程序')
    app.tap('允许')
    const program = await visited()
    expect(program).toMatchObject({
      appId: 'wxOther',
      path: 'pages/sign?id=1',
      extraData: { flow: 'f1' },
      envVersion: 'trial',
      embedded: false,
    })
    await app.until(() => app.names().includes('jumped'))
    expect(app.names()).toEqual(['home.onHide', 'App.onHide', 'jumped'])
    program?.exit({ status: 'ok' })
    await app.until(() => app.last('App.onShow'))
    const entered = { scene: 1038, referrerInfo: { appId: 'wxOther', extraData: { status: 'ok' } } }
    expect(app.last('App.onShow')).toMatchObject(entered)
    expect(app.wxSync('getEnterOptionsSync')).toMatchObject(entered)
    expect(app.names().slice(-2)).toEqual(['home.onShow', 'card.show'])
  })

  test('the referrer is repeated on later shows, as on devices', async () => {
    await open()
    app.tap('#jump')
    app.tap('允许')
    const program = await visited()
    program?.exit({ n: 1 })
    await app.until(() => app.last('App.onShow'))
    app.sim.hide()
    app.sim.show()
    expect(app.last('App.onShow')).toMatchObject({ referrerInfo: { extraData: { n: 1 } } })
  })

  test('cancelled: fails and nothing is hidden', async () => {
    await open()
    app.tap('#jump')
    app.tap('取消')
    await app.until(() => app.last('jump failed'))
    expect(app.last('jump failed')).toEqual({ errMsg: 'navigateToMiniProgram:fail cancel' })
    expect(app.names()).toEqual(['jump failed'])
  })

  test.each([
    ['without a tap', () => app.wx('navigateToMiniProgram', { appId: 'wxOther' })],
    ['without a tap, embedded', () => app.wx('openEmbeddedMiniProgram', { appId: 'wxEmbedded' })],
  ])('%s it fails', async (_name, call) => {
    await open()
    const { errMsg } = await call()
    expect(errMsg).toMatch(/:fail can only be invoked by user TAP gesture\.$/)
  })

  test('an awaited network call loses the tap, even when it answers at once', async () => {
    await open()
    app.tap('#jumpLate')
    await app.until(() => app.last('jump failed'))
    expect(app.last('jump failed')).toEqual({
      errMsg: 'navigateToMiniProgram:fail can only be invoked by user TAP gesture.',
    })
  })

  test('an unknown appId fails', async () => {
    await open({ miniPrograms: {} })
    app.tap('#jump')
    await app.until(() => app.last('jump failed'))
    expect(app.last('jump failed')).toEqual({ errMsg: 'navigateToMiniProgram:fail invalid appid' })
  })

  test('half screen needs no confirmation; leaving by the capsule brings no extraData', async () => {
    await open()
    app.tap('#embedded')
    const program = await visited()
    expect(program?.embedded).toBe(true)
    app.tap('[aria-label="关闭"]')
    await app.until(() => app.last('App.onShow'))
    expect(app.last('App.onShow')).toMatchObject({ scene: 1038, referrerInfo: { appId: 'wxEmbedded' } })
    expect(JSON.stringify(app.last('App.onShow'))).not.toContain('extraData')
  })
})

describe('privacy', () => {
  const official = '用户隐私保护提示'
  const refused = { errno: 104, errMsg: 'setClipboardData:fail privacy permission is not authorized' }

  test('the platform asks before a gated API and remembers the answer', async () => {
    await open()
    expect(await app.wx('getPrivacySetting')).toMatchObject({
      needAuthorization: true,
      privacyContractName: '《首页小程序隐私保护指引》',
    })
    app.tap('#copy')
    await app.until(() => app.overlayText().includes(official))
    app.tap('同意')
    await app.until(() => app.last('copied'))
    expect(app.sim.clipboard.read()).toBe('12345')
    expect(await app.wx('getPrivacySetting')).toMatchObject({ needAuthorization: false })
  })

  test('a refusal gives errno 104 and is not asked again for ten seconds', async () => {
    let now = 0
    await open({ now: () => now })
    app.tap('#copy')
    await app.until(() => app.overlayText().includes(official))
    app.tap('拒绝')
    await app.until(() => app.last('copy failed'))
    expect(app.last('copy failed')).toEqual(refused)
    expect(app.sim.clipboard.read()).toBe('')
    now = 9_999
    expect(await app.wx('setClipboardData', { data: 'x' })).toEqual(refused)
    now = 10_000
    app.tap('#copy')
    await app.until(() => app.overlayText().includes(official))
  })

  test('an app that listens asks by itself; agreeing needs a tapped agree button', async () => {
    await open()
    let resolve: (answer: object) => void = () => {}
    const referrers: string[] = []
    app.wxSync('onNeedPrivacyAuthorization', (answer: typeof resolve, info: { referrer: string }) => {
      resolve = answer
      referrers.push(info.referrer)
    })
    app.tap('#copy')
    await app.until(() => referrers.length > 0)
    expect(referrers).toEqual(['setClipboardData'])
    expect(app.overlayText()).toBe('')
    resolve({ event: 'agree', buttonId: 'agree' })
    await app.until(() => app.last('copy failed'))
    app.tap('#copy')
    await app.until(() => referrers.length > 1)
    app.tap('#agree')
    expect(app.names()).toContain('agreed')
    resolve({ event: 'agree', buttonId: 'agree' })
    await app.until(() => app.last('copied'))
  })

  test('getPhoneNumber is gated; the combined button agrees and asks in one', async () => {
    await open()
    app.tap('#phone')
    await app.until(() => app.overlayText().includes(official))
    app.tap('拒绝')
    await app.until(() => app.last('phone'))
    expect(app.last('phone')).toEqual({
      errMsg: 'getPhoneNumber:fail privacy permission is not authorized',
      errno: 104,
    })
    app.tap('#both')
    await app.until(() => app.overlayText().includes('申请获取并验证你的手机号'))
    app.tap('允许')
    await app.until(() => Object(app.last('phone')).code)
    expect(app.last('phone')).toEqual({ errMsg: 'getPhoneNumber:ok', code: expect.any(String) })
  })

  test('getPhoneNumber refused by the user', async () => {
    await open({ privacyAgreed: true })
    app.tap('#phone')
    await app.until(() => app.overlayText().includes('申请获取并验证你的手机号'))
    app.tap('不允许')
    await app.until(() => app.last('phone'))
    expect(app.last('phone')).toEqual({ errMsg: 'getPhoneNumber:fail user deny' })
  })

  test('chooseMedia and requirePrivacyAuthorize wait for consent; the contract can be read', async () => {
    await open({ choose: async () => [{ name: 'a.png', content: Uint8Array.of(1) }] })
    const asked = app.wx('requirePrivacyAuthorize')
    await app.until(() => app.overlayText().includes(official))
    app.tap('同意')
    expect((await asked).errMsg).toBe('requirePrivacyAuthorize:ok')
    expect(await app.wx('chooseMedia', { count: 1 })).toMatchObject({
      tempFiles: [{ size: 1, fileType: 'image' }],
    })
    await app.wx('openPrivacyContract')
    expect(app.overlayText()).toContain('《首页小程序隐私保护指引》')
  })
})
