import { memoryStorage } from './runtime/storage'
import { type OpenFixture, openFixture } from './testing/open-fixture'

let app: OpenFixture
afterEach(() => app.close())

test('cold start: App before page, onReady last', async () => {
  app = await openFixture({ launch: { path: '/pages/home/index', query: { scene: 's%3D1' }, scene: 1047 } })
  expect(app.names()).toEqual([
    'App.onLaunch',
    'App.onShow',
    'home.onLoad',
    'home.onShow',
    'card.show',
    'home.onReady',
  ])
  expect(app.last('App.onLaunch')).toEqual({
    path: 'pages/home/index',
    query: { scene: 's%3D1' },
    scene: 1047,
    referrerInfo: {},
  })
  expect(app.last('home.onLoad')).toEqual({ scene: 's%3D1' })
})

test('moving on and back: hide, load, show, ready; unload, show. Queries are not decoded', async () => {
  app = await openFixture()
  app.forget()
  app.tap('#navigate')
  await app.until(() => app.q('#second'))
  app.sim.back()
  expect(app.names()).toEqual([
    'home.onHide',
    'second.onLoad',
    'second.onShow',
    'second.onReady',
    'second.onUnload',
    'home.onShow',
    'card.show',
  ])
  await app.until(() => app.last('navigated'))
  expect(app.last('second.onLoad')).toEqual({ a: '%E4%B8%AD' })
})

test('a page that does not exist fails and hides nothing', async () => {
  app = await openFixture()
  app.forget()
  const failed = await app.wx('navigateTo', { url: '/pages/none/index' })
  expect(failed.errMsg).toBe('navigateTo:fail page "pages/none/index" is not found')
  expect(app.names()).toEqual([])
})

test('relative addresses count from the page on top', async () => {
  app = await openFixture()
  expect((await app.wx('navigateTo', { url: '../second/index' })).errMsg).toBe('navigateTo:ok')
  expect(app.sim.pages().at(-1)?.route).toBe('pages/second/index')
})

test('the eleventh page fails', async () => {
  app = await openFixture()
  for (let count = 2; count <= 10; count += 1)
    expect((await app.wx('navigateTo', { url: '/pages/second/index' })).errMsg).toBe('navigateTo:ok')
  const failed = await app.wx('navigateTo', { url: '/pages/second/index' })
  expect(failed.errMsg).toBe('navigateTo:fail webview count limit exceed')
  expect(app.sim.pages()).toHaveLength(10)
})

test('redirectTo replaces, reLaunch empties, switchTab has no tab to go to', async () => {
  app = await openFixture()
  await app.wx('navigateTo', { url: '/pages/second/index' })
  app.forget()
  await app.wx('redirectTo', { url: '/pages/form/index' })
  expect(app.sim.pages().map(page => page.route)).toEqual(['pages/home/index', 'pages/form/index'])
  expect(app.names()).toEqual(['second.onUnload'])
  await app.wx('reLaunch', { url: '/pages/second/index' })
  expect(app.sim.pages().map(page => page.route)).toEqual(['pages/second/index'])
  expect((await app.wx('switchTab', { url: '/pages/home/index' })).errMsg).toMatch(/^switchTab:fail/)
})

test('a page of a subpackage loads with its own modules', async () => {
  app = await openFixture()
  await app.wx('navigateTo', { url: '/sub/pages/inside/index' })
  expect(app.last('inside.onLoad')).toBe('分包里的模块')
})

test('the event channel carries events both ways', async () => {
  app = await openFixture()
  const heard: unknown[] = []
  const events = { fromOpened: (text: unknown) => heard.push(text) }
  const { eventChannel } = await app.wx('navigateTo', { url: '/pages/second/index', events })
  Object(eventChannel).emit('fromOpener', '好')
  expect(app.last('heard')).toBe('好')
  expect(heard).toEqual(['好!'])
})

test('to the background and back: page before app, then app before page; launch options stay', async () => {
  app = await openFixture()
  app.forget()
  app.sim.hide()
  app.sim.show({ scene: 1089 })
  expect(app.names()).toEqual(['home.onHide', 'App.onHide', 'App.onShow', 'home.onShow', 'card.show'])
  expect(app.wxSync('getEnterOptionsSync')).toMatchObject({ scene: 1089 })
  expect(app.wxSync('getLaunchOptionsSync')).toMatchObject({ scene: 1001 })
})

test('warm start with a path replaces the pages; a cold one starts a new App but keeps storage', async () => {
  app = await openFixture({ storage: memoryStorage() })
  await app.wx('navigateTo', { url: '/pages/second/index' })
  app.wxSync('setStorageSync', 'kept', { a: 1 })
  app.forget()
  app.sim.relaunch({ path: 'pages/home/index', query: { scene: 'x' }, scene: 1047 })
  expect(app.names()).toEqual([
    'second.onHide',
    'App.onHide',
    'App.onShow',
    'second.onUnload',
    'home.onUnload',
    'home.onLoad',
    'home.onShow',
    'card.show',
    'home.onReady',
  ])
  app.sim.kill()
  app.sim.relaunch({ path: 'pages/home/index' })
  expect(app.names()[0]).toBe('App.onLaunch')
  expect(app.wxSync('getStorageSync', 'kept')).toEqual({ a: 1 })
})

test('a launch into a page that does not exist reaches onPageNotFound', async () => {
  app = await openFixture({ launch: { path: 'pages/gone/index' } })
  expect(app.last('App.onPageNotFound')).toBe('pages/gone/index')
  await app.until(() => app.q('#title'))
  expect(app.errors()).toEqual([])
})

test('storage: values are copies, missing keys fail, clear empties', async () => {
  app = await openFixture()
  const value = { list: [1] }
  app.wxSync('setStorageSync', 'k', value)
  value.list.push(2)
  expect(app.wxSync('getStorageSync', 'k')).toEqual({ list: [1] })
  expect(app.wxSync('getStorageSync', 'none')).toBe('')
  expect((await app.wx('getStorage', { key: 'none' })).errMsg).toBe('getStorage:fail data not found')
  await app.wx('clearStorage')
  expect(app.wxSync('getStorageInfoSync')).toMatchObject({ keys: [] })
})

test('every setData is measured in UTF-8 bytes of its JSON', async () => {
  app = await openFixture()
  const page = app.sim.topPage()
  const { setData } = page
  if (typeof setData !== 'function') throw new Error('no setData')
  setData.call(page, { greeting: '实名' })
  expect(app.sim.stats.setData.at(-1)).toMatchObject({
    route: 'pages/home/index',
    bytes: Buffer.byteLength('{"greeting":"实名"}'),
    keys: 1,
  })
  expect(app.text('#title')).toBe('实名true')
})

test('an error in a handler is recorded and reaches App.onError', async () => {
  app = await openFixture()
  app.tap('#broken')
  expect(app.sim.stats.errors).toEqual([expect.objectContaining({ message: '坏了' })])
  expect(app.last('App.onError')).toBe('Error: 坏了')
})

test('api calls are recorded with shapes, never with values', async () => {
  app = await openFixture({ cloud: async () => ({ secret: '110101' }) })
  app.wxSync('cloud.init', {})
  await app.wx('cloud.callFunction', { name: 'api', data: { idNumber: '110101' } })
  expect(app.sim.stats.api.at(-1)).toMatchObject({
    name: 'cloud.callFunction',
    target: 'api',
    shape: { name: 'string', data: 'object' },
    outcome: 'ok',
  })
  expect(JSON.stringify(app.sim.stats)).not.toContain('110101')
})

test('cloud calls need init, carry JSON only, and fail with the transport', async () => {
  app = await openFixture({
    cloud: async (_name, data) =>
      Object(data).fail ? Promise.reject({ errCode: -504002, errMsg: 'boom' }) : data,
  })
  expect((await app.wx('cloud.callFunction', { name: 'api' })).errMsg).toMatch(/call wx\.cloud\.init first/)
  app.wxSync('cloud.init', {})
  const { result } = await app.wx('cloud.callFunction', {
    name: 'api',
    data: { at: new Date(0), none: undefined },
  })
  expect(result).toEqual({ at: '1970-01-01T00:00:00.000Z' })
  expect(await app.wx('cloud.callFunction', { name: 'api', data: { fail: 1 } })).toEqual({
    errCode: -504002,
    errMsg: 'cloud.callFunction:fail boom',
  })
})

test('a call carries 100 KB, whatever its signs, and no more', async () => {
  app = await openFixture({ cloud: async () => ({}) })
  app.wxSync('cloud.init', {})
  const most = 100 * 1024 - '{"t":""}'.length
  const call = (t: string) => app.wx('cloud.callFunction', { name: 'api', data: { t } })
  expect((await call('x'.repeat(most))).errMsg).toBe('cloud.callFunction:ok')
  expect((await call('x'.repeat(most + 1))).errMsg).toBe('cloud.callFunction:fail Error:data exceed max size')
  expect((await call('测'.repeat(most / 3 + 1))).errMsg).toMatch(/exceed max size/)
})

test('a call that met an error of the system is made again by itself, another error is told', async () => {
  let calls = 0
  app = await openFixture({
    cloud: async (_name, data) => {
      calls += 1
      if (calls <= Object(data).failures) throw { errCode: Object(data).errCode, errMsg: 'boom' }
      return calls
    },
  })
  app.wxSync('cloud.init', {})
  const call = (failures: number, errCode: number) => {
    calls = 0
    return app.wx('cloud.callFunction', { name: 'api', data: { failures, errCode } })
  }
  expect((await call(2, -501001)).result).toBe(3)
  expect((await call(3, -501001)).errMsg).toMatch(/fail boom/)
  expect(calls).toBe(3)
  await call(1, -504002)
  expect(calls).toBe(1)
})

test('an error in a timer of the app is recorded once', async () => {
  app = await openFixture()
  const { setTimeout } = app.window
  setTimeout(() => {
    throw new Error('迟到的错误')
  }, 0)
  await app.until(() => app.errors().length > 0)
  expect(app.errors()).toEqual(['uncaught: 迟到的错误'])
})
