import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'

import { useHealth } from './use-health'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

beforeEach(() => {
  phone.reset()
  phone.answers('workplace.health', () => ({ fine: true }))
  phone.answers('workplace.reach', () => ({ reached: 3 }))
})

test('how it fares is asked of the server, the network only when somebody wants to know', async () => {
  const page = mount(useHealth)
  await page().load()
  expect(page()).toMatchObject({ health: { fine: true }, failure: null, reach: null, reaching: false })
  const [first, second] = [page().look(), page().look()]
  expect(page().reaching).toBe(true)
  await Promise.all([first, second])
  expect(page()).toMatchObject({ reach: { reached: 3 }, reaching: false, reachFailure: null })
  expect(phone.asked.filter(([action]) => action !== 'config.get')).toEqual([
    ['workplace.health', {}],
    ['workplace.reach', {}],
  ])
})

test('each of the two has its own failure', async () => {
  const page = mount(useHealth)
  phone.answers('workplace.health', () => refused('FORBIDDEN'))
  phone.answers('workplace.reach', () => refused('NETWORK'))
  await page().load()
  await page().look()
  expect([page().failure?.code, page().reachFailure?.code]).toEqual(['FORBIDDEN', 'NETWORK'])
})
