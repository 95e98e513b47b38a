import { mount } from '../../../test/support/hooks'
import { phone, refused } from '../../../test/support/taro'
import { useWay } from './use-way'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../test/support/hooks'))

const token = 'AbCdEfGhIjKlMnOpQr-_09'
beforeEach(() => {
  phone.reset()
  phone.params = { h: token }
})

test('what the page was opened with is followed at once', async () => {
  phone.answers('handover.open', () => ({ target: { kind: 'verification', id: 'v_1' } }))
  const page = mount(useWay)
  expect((await page.settled()).stop).toBeNull()
  expect(phone.given('redirectTo')).toEqual([{ url: '/packages/verify/verification/index?id=v_1' }])
})

test('what leads nowhere says so, and another way can be taken', async () => {
  phone.params = {}
  const page = mount(useWay)
  expect((await page.settled()).stop).toEqual({ kind: 'unknown' })
  page().take({ kind: 'invitation', token })
  expect((await page.settled()).stop).toBeNull()
  expect(phone.given('redirectTo')).toEqual([{ url: `/packages/verify/invitation/index?token=${token}` }])
  page().take(null)
  expect((await page.settled()).stop).toEqual({ kind: 'unknown' })
})

test('a way that ended can be tried again; meanwhile it has not ended', async () => {
  phone.answers('handover.open', () => refused('HANDOVER_OVER'))
  const page = mount(useWay)
  expect((await page.settled()).stop).toEqual({ kind: 'over' })
  page().retry()
  page()
  expect(page().stop).toBeNull()
  expect((await page.settled()).stop).toEqual({ kind: 'over' })
  expect(phone.inputs('handover.open')).toHaveLength(2)
})
