import type { OpenApp } from '../../sandbox/simulator/jsdom'
import { openCompiled, quiet } from './compiled'
import { createInviteeWorld, type InviteeWorld, verificationId } from './invitee-cloud'

let world: InviteeWorld
let app: OpenApp

beforeEach(() => {
  world = createInviteeWorld()
  world.fail('config.get', 'INTERNAL')
})
afterEach(() => {
  const trouble = app.errors()
  app.close()
  expect(trouble).toEqual([])
})

async function open(path: string, query: Record<string, string> = {}) {
  app = await openCompiled((action, input) => world.answer(action, input), { launch: { path, query } })
  await app.until(() => app.q('#config-failed') ?? app.q('#status-title') ?? app.q('#list'))
  await quiet(app)
}
const anyVendor = /契约锁|腾讯电子签|e签宝/
const contractPage = ['packages/verify/contract/index', { contractId: 'C1' }] as const

test.each([
  ['home', 'pages/home/index', {}],
  ['records', 'pages/records/index', {}],
  ['person', 'packages/verify/person/index', {}],
  ['organization', 'packages/verify/organization/index', {}],
  ['contract', ...contractPage],
  ['verification', 'packages/verify/verification/index', { id: verificationId }],
])('while the settings are not known, the page %s names no vendor', async (_name, path, query) => {
  world.on('verification.list', () => ({ items: [world.view], nextCursor: null }))
  await open(path, query)
  expect(app.text()).not.toMatch(anyVendor)
  expect(app.text().length).toBeGreaterThan(15)
})

test('nobody consents to a contract before it is known to whom', async () => {
  world.vendors = world.vendors.filter(each => each.id === 'qiyuesuo')
  await open(...contractPage)
  expect(app.q('#consent')?.closest('[disabled]')).not.toBeNull()
  expect(app.text('#consent-text')).toMatch(/提供给认证机构$/)

  world.fail('config.get', null)
  app.tap('#config-failed-action')
  await app.until(() => app.q('#consent')?.closest('[disabled]') === null)
  await quiet(app)
  expect(app.text('#consent-text')).toMatch(/提供给契约锁$/)
})

test('a form asks for nothing before it is known what may be asked', async () => {
  await open('packages/verify/person/index')
  expect(app.q('#name')).toBeNull()
  world.fail('config.get', null)
  app.tap('#config-failed-action')
  await app.until(() => app.q('#name'))
})
