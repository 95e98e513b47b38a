import { mount } from '../../../../test/support/hooks'
import { phone } from '../../../../test/support/taro'

import { everything } from './query'
import { useVerifications } from './use-verifications'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

test('all of them, and those that match what is searched for', async () => {
  phone.reset()
  phone.answers('workplace.verifications', () => ({ items: [{ id: 'v_1' }], nextCursor: null }))
  const page = mount(useVerifications)
  await page().refresh()
  expect(page()).toMatchObject({ query: everything, items: [{ id: 'v_1' }] })
  page().search({ ...everything, state: 'verified' })
  await page.settled()
  expect(page().query.state).toBe('verified')
  expect(phone.inputs('workplace.verifications')).toEqual([{ limit: 20 }, { limit: 20, state: 'verified' }])
})
