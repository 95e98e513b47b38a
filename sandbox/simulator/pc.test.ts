import { type OpenFixture, openFixture } from './testing/open-fixture'

/** WeChat on a PC. */
let app: OpenFixture
beforeEach(async () => {
  app = await openFixture({ platform: 'windows', privacyAgreed: true })
})
afterEach(() => app.close())

test.each(['getSystemInfoSync', 'getDeviceInfo', 'getAppBaseInfo'])('%s says so', name => {
  expect(app.wxSync(name)).toMatchObject({ platform: 'windows', system: 'Windows 11 x64' })
})

test('getSystemInfo says so too, with a window and no status bar', async () => {
  expect(await app.wx('getSystemInfo')).toMatchObject({
    platform: 'windows',
    windowWidth: 414,
    windowHeight: 692,
    statusBarHeight: 0,
  })
})

test('there is no camera to scan with', async () => {
  expect(await app.wx('scanCode')).toEqual({ errMsg: 'scanCode:fail not supported' })
})

test('the button for the phone number fails without asking', async () => {
  app.tap('#phone')
  await app.until(() => app.last('phone'))
  expect(app.last('phone')).toEqual({ errMsg: 'getPhoneNumber:fail not supported' })
  expect(app.overlayText()).toBe('')
})

test('a phone is still a phone', async () => {
  app.close()
  app = await openFixture()
  expect(app.wxSync('getDeviceInfo')).toMatchObject({ platform: 'ios', system: 'iOS 17.0' })
  expect(app.wxSync('getMenuButtonBoundingClientRect')).toEqual({
    top: 48,
    left: 281,
    right: 368,
    bottom: 80,
    width: 87,
    height: 32,
  })
})
