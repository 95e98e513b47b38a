import { mount } from '../../../test/support/hooks'
import { phone, refused } from '../../../test/support/taro'
import { begin } from './begin'
import { useResume } from './use-resume'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../test/support/hooks'))

beforeEach(() => phone.reset())

test.each([
  [['done', 'wait', 'act'], 'wait'],
  [['failed', 'act'], 'act'],
  [['done', 'failed'], undefined],
  [[], undefined],
])('of %j the one to go on with is %s', async (phases, phase) => {
  phone.answers('verification.list', () => ({ items: phases.map(each => ({ phase: each })) }))
  const page = mount(useResume)
  expect(page().open).toBeNull()
  await page().look()
  expect(phone.asked).toEqual([['verification.list', { limit: 3 }]])
  expect(page().open?.phase).toBe(phase)
})

test('not finding out leaves the card of before', async () => {
  phone.answers('verification.list', () => ({ items: [{ phase: 'act' }] }))
  const page = mount(useResume)
  await page().look()
  phone.answers('verification.list', () => refused('NETWORK'))
  await page().look()
  expect(page().open).toEqual({ phase: 'act' })
})

test.each([
  ['ios', '/packages/verify/person/index'],
  ['windows', '/packages/verify/handover/index?subject=person'],
])('on %s one begins at %s', (platform, url) => {
  phone.can('getDeviceInfo', () => ({ platform }))
  begin('person')
  expect(phone.given('navigateTo')).toEqual([{ url }])
})
