import type { OpenApp } from '../../sandbox/simulator/jsdom'
import type { MiniProgramHandle } from '../../sandbox/simulator/runtime/types'
import { addresses } from './batch-cloud'
import { openCompiled, pressOn, quiet } from './compiled'
import { createInviteeWorld, type InviteeWorld } from './invitee-cloud'

const query = { id: `b_${'0'.repeat(32)}_${'a'.repeat(16)}_1`, t: 't'.repeat(22) }
const given = { id: query.id, token: query.t }
const appId = 'wx371151823f6f3edf'

let world: InviteeWorld
let app: OpenApp
let visits: MiniProgramHandle[]
let shared: Record<string, unknown>

beforeEach(() => {
  world = createInviteeWorld()
  visits = []
  const { app: jump, shortUrl } = addresses('live', 0)
  const link = { app: jump, shortUrl, expiresAt: Date.now() + 86_400_000 }
  shared = { vendor: 'ess', state: 'live', rows: 3, link }
  world.on('link.open', () => shared)
  world.on('link.accept', () => ({ accepted: true }))
})
afterEach(() => {
  const trouble = app.errors()
  app.close()
  expect(trouble).toEqual([])
})

async function open() {
  app = await openCompiled((action, input) => world.answer(action, input), {
    launch: { path: 'packages/verify/link/index', query },
    miniPrograms: { [appId]: 'about:blank' },
    onMiniProgram: visit => visits.push(visit),
  })
  await app.until(() => app.q('[id^="link-live"], [id^="link-done"], [id^="link-ended"]'))
  await quiet(app)
}

test('says how much is left and goes to the vendor in one tap', async () => {
  await open()
  expect(app.text('#link-live')).toContain('还有 3 家企业等您')
  app.tap('#link-open')
  await app.until(() => visits.length === 1)
  expect(visits[0]).toMatchObject({ appId, embedded: true })
  expect(world.inputsOf('link.open')[0]).toEqual(given)
})

test('who comes back before the vendor has told is not left with the old number', async () => {
  await open()
  app.tap('#link-open')
  await app.until(() => visits.length === 1)
  visits[0]?.back()
  await app.until(() => app.q('#link-soon'))
  expect(app.text('#link-live')).toContain('还有 3 家')
  shared = { vendor: 'ess', state: 'done', rows: 0, link: null }
  await app.until(() => app.q('#link-done'), 10_000)
  expect(app.q('#link-refresh')).toBeNull()
})

test('where nothing is set up for messages nobody is asked whether to be reminded', async () => {
  await open()
  expect(app.q('#link-remind')).toBeNull()
})

test('who wants to be reminded is asked by WeChat in that tap, and the server keeps a yes', async () => {
  const { data } = Object(world.answer('config.get', {}))
  world.on('config.get', () => ({ ...data, messages: [{ kind: 'reminder', template: 'template-reminder' }] }))
  await open()
  await pressOn(app, '#link-remind')
  await app.until(() => app.q('#link-reminded'))
  expect(world.inputsOf('link.accept')).toEqual([given])
})

test('one that has ended has no button that leads nowhere', async () => {
  shared = { vendor: 'ess', state: 'ended', rows: 0, link: null }
  await open()
  expect(app.text('#link-ended')).toContain('要一条新的')
  expect(app.q('#link-open')).toBeNull()
})
