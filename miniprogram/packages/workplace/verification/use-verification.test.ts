import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'

import { useVerification } from './use-verification'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

beforeEach(() => phone.reset())

test('one verification, which a failure does not take away', async () => {
  phone.answers('workplace.verification', ({ id }: { id: string }) => ({ id }))
  const page = mount(() => useVerification('v_1'))
  await page().load()
  expect(page()).toMatchObject({ result: { id: 'v_1' }, failure: null, missing: false })
  phone.answers('workplace.verification', () => refused('NETWORK'))
  await page().load()
  expect(page()).toMatchObject({ result: { id: 'v_1' }, failure: { code: 'NETWORK' }, missing: false })
})

test('there is none of an id nobody knows, and of no id', async () => {
  phone.answers('workplace.verification', () => refused('NOT_FOUND'))
  const page = mount(() => useVerification('v_1'))
  await page().load()
  expect(page().missing).toBe(true)
  const without = mount(() => useVerification(''))
  await without().load()
  expect(without().missing).toBe(true)
  expect(phone.asked).toHaveLength(1)
})
