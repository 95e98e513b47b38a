import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'

import { useLinks } from './use-links'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

const app = { kind: 'miniProgram', appId: 'wx1', path: 'a', envVersion: 'release', embedded: false }
const link = (group: string, state = 'live') => ({
  group,
  state,
  rows: 3,
  link: state === 'none' ? null : { app },
})
let links: object[]
beforeEach(() => {
  phone.reset()
  links = [link('g1'), link('g2', 'none')]
  phone.answers('batch.links', () => ({ links }))
  phone.answers('batch.link', ({ group }: { group: string }) => ({ link: link(group, 'fresh') }))
  phone.can('navigateToMiniProgram', ({ success }: { success: () => void }) => success())
})

async function opened(mayMake = true) {
  const page = mount(() => useLinks('b_1', mayMake))
  expect(page()).toMatchObject({ links: null, failure: null, returned: null })
  await page.settled()
  return page
}
const asked = (action: string) => phone.inputs(action)

test('who may make links has those made that never were, and sees them in their places', async () => {
  const page = await opened()
  expect(page().links).toEqual([link('g1'), link('g2', 'fresh')])
  expect(asked('batch.link')).toEqual([{ id: 'b_1', group: 'g2' }])
  expect(page().made('g2')).toMatchObject({ answer: link('g2', 'fresh'), pending: false })
})

test('nobody else makes any', async () => {
  const page = await opened(false)
  expect(asked('batch.link')).toEqual([])
  expect(page().links).toEqual(links)
})

test('the links of the batch are asked for, once at a time', async () => {
  const page = await opened(false)
  await Promise.all([page().load(), page().load()])
  expect(asked('batch.links')).toEqual([{ id: 'b_1' }, { id: 'b_1' }])
})

test('a link that cannot be made says so in its place', async () => {
  phone.answers('batch.link', () => refused('BUSY'))
  const page = await opened()
  expect(page().made('g2')).toMatchObject({ answer: null, failure: { code: 'BUSY' } })
  await expect(page().make('g2')).resolves.toBeUndefined()
  expect(page().links).toEqual(links)
  expect(page().failure).toBeNull()
})

test('after the way back the server is asked how it stands, and then for the links', async () => {
  const page = await opened(false)
  phone.answers('batch.refresh', () => ({ batch: { id: 'b_1', total: 3 } }))
  page().open(Object(app))
  await page.settled()
  expect(phone.given('navigateToMiniProgram')).toMatchObject([{ appId: 'wx1', path: 'a' }])
  expect(asked('batch.refresh')).toEqual([])
  await phone.happens('hide')
  await phone.happens('show')
  await page.settled()
  expect(asked('batch.refresh')).toEqual([{ id: 'b_1', since: Number.MAX_SAFE_INTEGER }])
  expect(page().returned).toEqual({ id: 'b_1', total: 3 })
  expect(asked('batch.links')).toHaveLength(2)
  page().open(Object(app))
  expect(page().returned).toBeNull()
})

test('when the server cannot be asked after the way back, that is said until the links are loaded anew', async () => {
  const page = await opened(false)
  phone.answers('batch.refresh', () => refused('NETWORK'))
  page().open(Object(app))
  await page.settled()
  await phone.happens('hide')
  await phone.happens('show')
  await page.settled()
  expect([page().failure?.code, asked('batch.links').length]).toEqual(['NETWORK', 1])
  await phone.happens('pullDown')
  await page.settled()
  expect(page().failure).toBeNull()
  expect([asked('batch.links').length, phone.given('stopPullDownRefresh').length]).toEqual([2, 1])
})

test('what is known of the way back stays when the links are loaded anew', async () => {
  const page = await opened(false)
  phone.answers('batch.refresh', () => ({ batch: { id: 'b_1', total: 3 } }))
  page().open(Object(app))
  await page.settled()
  await phone.happens('hide')
  await phone.happens('show')
  await page.settled()
  await page().load()
  expect(page().returned).toEqual({ id: 'b_1', total: 3 })
})

test('why the links cannot be had, and why the way was not gone', async () => {
  phone.answers('batch.links', () => refused('FORBIDDEN'))
  phone.can('navigateToMiniProgram', ({ fail }: { fail: (reason: object) => void }) =>
    fail({ errMsg: 'cancel' }),
  )
  const page = await opened()
  expect(page()).toMatchObject({ links: null, failure: { code: 'FORBIDDEN' }, trouble: null })
  page().open(Object(app))
  await page.settled()
  expect(page().trouble).toBe('jumpCanceled')
})
