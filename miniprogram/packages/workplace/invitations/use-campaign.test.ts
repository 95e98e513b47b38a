import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'

import { useCampaign } from './use-campaign'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

beforeEach(() => phone.reset())

test('the head of the campaign that was opened; without one nobody is asked', async () => {
  phone.answers('invitation.campaign', ({ id }: { id: string }) => ({ campaign: { id } }))
  const page = mount(() => useCampaign('c_1'))
  expect(page()).toMatchObject({ campaign: null, missing: false })
  await page().look()
  expect(page()).toMatchObject({ campaign: { id: 'c_1' }, missing: false })
  const without = mount(() => useCampaign(undefined))
  await without().look()
  expect([phone.asked, without().campaign]).toEqual([[['invitation.campaign', { id: 'c_1' }]], null])
})

test.each([
  ['NOT_FOUND', true],
  ['NETWORK', false],
])('after %s it is missing: %s', async (code, missing) => {
  phone.answers('invitation.campaign', () => refused(code))
  const page = mount(() => useCampaign('c_1'))
  await page().look()
  expect(page().missing).toBe(missing)
})
