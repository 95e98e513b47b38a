import type { OpenApp } from '../../sandbox/simulator/jsdom'
import { openCompiled, pressOn, quiet } from './compiled'
import { createInviteeWorld, personOffer, token } from './invitee-cloud'
import { openWorkplace } from './workplace-app'
import { createWorkplaceWorld } from './workplace-cloud'

let app: OpenApp
afterEach(() => {
  const trouble = app.errors()
  app.close()
  expect(trouble).toEqual([])
})

test('an owner chooses a name and a colour, and is told when the colour had to be darker', async () => {
  const world = createWorkplaceWorld()
  app = await openWorkplace('packages/workplace/brand/index', world)
  await app.until(() => app.q('#brand-form'))
  await quiet(app)
  await pressOn(app, '#brand-save')
  await app.until(() => app.text('#error-brand-name').includes('请填名称'))
  app.type('#brand-name', '示例集团')
  app.type('#brand-color-code', '#ffd400')
  await pressOn(app, '#brand-save')
  await app.until(() => app.q('#brand-darkened'))
  expect(world.inputsOf('brand.save')).toMatchObject([{ name: '示例集团', color: '#ffd400' }])
  expect(app.text('#brand-darkened')).toContain('#8a7300')
})

test('the invitee sees who invites, and who is the party in law', async () => {
  const world = createInviteeWorld()
  const brand = { name: '示例集团', color: '#1a5fb4', logo: null }
  world.on('invitation.open', () => ({ ...personOffer, brand }))
  app = await openCompiled((action, input) => world.answer(action, input), {
    launch: { path: 'packages/verify/invitation/index', query: { token } },
  })
  await app.until(() => app.q('#brand'))
  expect(app.text('#brand')).toBe('示例集团')
  expect(app.text('#fact-from')).toContain('示例科技有限公司')
})
