import type { PluginPageHandle } from './runtime/types'
import { type OpenFixture, openFixture } from './testing/open-fixture'

let app: OpenFixture
const pages: PluginPageHandle[] = []
const heard: unknown[][] = []

beforeEach(async () => {
  pages.length = 0
  heard.length = 0
  app = await openFixture({
    plugins: { 'sign-plugin': 'http://127.0.0.1/sign' },
    onPluginPage: page => pages.push(page),
  })
  app.forget()
})
afterEach(() => app.close())

const events = {
  authSuccessCb: (...args: unknown[]) => heard.push(['success', ...args]),
  authFailCb: () => heard.push(['fail']),
}

async function openPlugin() {
  const opened = await app.wx('navigateTo', {
    url: 'plugin://sign-plugin/personal-auth?ticket=a%2Fb&hasCb=true',
    events,
  })
  const page = await app.until(() => pages.at(-1))
  return { page, channel: Object(opened.eventChannel) }
}

test('opens above the opener with page and query; events reach the opener', async () => {
  const { page } = await openPlugin()
  expect(page).toMatchObject({
    alias: 'sign-plugin',
    page: 'personal-auth',
    query: { ticket: 'a%2Fb', hasCb: 'true' },
  })
  expect(app.names()).toEqual(['home.onHide'])
  expect(app.sim.pages().map(each => each.kind)).toEqual(['page', 'plugin'])
  page.emit('authSuccessCb')
  expect(heard).toEqual([['success']])
  expect(app.sim.pages()).toHaveLength(2)
})

test('jumpTo reaches the plugin once; a jump without url returns to the opener', async () => {
  const { page, channel } = await openPlugin()
  channel.emit('jumpTo')
  expect(page.received).toEqual([{ event: 'jumpTo', args: [] }])
  page.jump()
  expect(app.sim.pages()).toHaveLength(1)
  expect(app.names()).toEqual(['home.onHide', 'home.onShow', 'card.show'])
})

test('a jump to a page of the app replaces the plugin page', async () => {
  const { page } = await openPlugin()
  page.jump('/pages/second/index?done=1')
  expect(app.sim.pages().map(each => each.route)).toEqual(['pages/home/index', 'pages/second/index'])
  expect(app.last('second.onLoad')).toEqual({ done: '1' })
  expect(app.names()).not.toContain('home.onShow')
})

test('a jump to another plugin page takes the events of jumpTo along, each with that page’s channel', async () => {
  const { page, channel } = await openPlugin()
  const later: unknown[] = []
  channel.emit('jumpTo', 'plugin://sign-plugin/doc', { signSuccessCb: (next: unknown) => later.push(next) })
  expect(page.received).toEqual([
    { event: 'jumpTo', args: ['plugin://sign-plugin/doc', { signSuccessCb: null }] },
  ])
  page.jump('plugin://sign-plugin/doc')
  const next = await app.until(() => pages[1])
  expect(app.sim.pages()).toHaveLength(2)
  page.emit('authSuccessCb')
  expect(heard).toEqual([])
  next.emit('signSuccessCb')
  Object(later[0]).emit('jumpTo')
  expect(next.received).toEqual([{ event: 'jumpTo', args: [] }])
})

test('back leaves without an event, by the plugin and by the phone', async () => {
  const first = await openPlugin()
  first.page.back()
  expect(app.sim.pages()).toHaveLength(1)
  const second = await openPlugin()
  app.sim.back()
  second.page.emit('authSuccessCb')
  expect(app.sim.pages()).toHaveLength(1)
  expect(heard).toEqual([])
  expect(app.names().filter(name => name === 'home.onShow')).toHaveLength(2)
})

test.each([
  ['not declared in app.json', 'plugin://unknown/page'],
  ['not a plugin address', 'plugin://'],
])('an alias %s fails', async (_name, url) => {
  expect((await app.wx('navigateTo', { url })).errMsg).toMatch(/^navigateTo:fail plugin/)
  expect(app.names()).toEqual([])
})

test('a declared plugin nobody serves fails', async () => {
  app.close()
  app = await openFixture({ plugins: {} })
  expect((await app.wx('navigateTo', { url: 'plugin://sign-plugin/doc' })).errMsg).toBe(
    'navigateTo:fail plugin "sign-plugin" is not found',
  )
})
