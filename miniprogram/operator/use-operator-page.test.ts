import { mount } from '../../test/support/hooks'
import { phone, refused } from '../../test/support/taro'
import { useNow } from './use-now'
import { useOperatorList, useOperatorPage } from './use-operator-page'

jest.mock('@tarojs/taro', () => jest.requireActual('../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../test/support/hooks'))

beforeEach(() => {
  phone.reset()
  phone.answers('operator.me', () => ({ role: 'owner' }))
})
const load = jest.fn(async () => {})
beforeEach(() => load.mockClear())
const asked = () => phone.asked.map(([action]) => action)

test('the role is asked for whenever the page is shown or pulled down, and operators load', async () => {
  const page = mount(() => useOperatorPage(load))
  expect(page()).toMatchObject({ role: undefined, ready: false, failure: null })
  await phone.happens('show')
  await page.settled()
  expect(page()).toMatchObject({ role: 'owner', ready: true })
  await phone.happens('pullDown')
  expect(phone.given('stopPullDownRefresh')).toHaveLength(1)
  expect([asked(), load.mock.calls.length]).toEqual([['operator.me', 'operator.me'], 2])
  // From page to page.
  expect(mount(() => useOperatorPage(load))().role).toBe('owner')
})

test('who is no operator loads nothing, and can become one by a code', async () => {
  phone.answers('operator.me', () => ({ role: null }))
  const page = mount(() => useOperatorPage(load))
  await page().look()
  expect(page()).toMatchObject({ role: null, ready: true })
  expect(load).not.toHaveBeenCalled()
  phone.answers('operator.claim', ({ code }: { code: string }) => ({
    role: code === 'right' ? 'viewer' : null,
  }))
  await page().claim('wrong')
  expect([page().role, load.mock.calls]).toEqual([null, []])
  await page().claim('right')
  expect([page().role, load.mock.calls.length]).toEqual(['viewer', 1])
  expect(phone.inputs('operator.claim')).toEqual([{ code: 'wrong' }, { code: 'right' }])
  expect(mount(() => useOperatorPage(load))().role).toBe('viewer')
})

test('by a code one may also begin, and a wrong one is told to whoever typed it', async () => {
  const page = mount(() => useOperatorPage(load))
  phone.answers('operator.claim', () => ({ role: 'viewer' }))
  await page().claim('right')
  expect(page().ready).toBe(true)
  phone.answers('operator.claim', () => refused('NOT_FOUND'))
  await expect(page().claim('wrong')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('who cannot be asked about loads nothing, and keeps the role of before', async () => {
  const page = mount(() => useOperatorPage(load))
  await page().look()
  phone.answers('operator.me', () => refused('NETWORK'))
  await page().look()
  expect(page()).toMatchObject({ role: 'owner', failure: { code: 'NETWORK' } })
  expect(load).toHaveBeenCalledTimes(1)
  expect(mount(() => useOperatorPage(load))().role).toBe('owner')
})

test('a list goes on where it ends, for operators', async () => {
  const more = jest.fn(async () => {})
  phone.answers('operator.me', () => ({ role: null }))
  const page = mount(() => useOperatorList({ refresh: load, more }))
  await page().look()
  page()
  await phone.happens('reachBottom')
  expect(more).not.toHaveBeenCalled()
  phone.answers('operator.me', () => ({ role: 'viewer' }))
  await page().look()
  page()
  await phone.happens('reachBottom')
  expect([load.mock.calls.length, more.mock.calls.length]).toEqual([1, 1])
})

test('the time is told anew every half minute while somebody looks', async () => {
  jest.useFakeTimers({ now: 1_000_000 })
  const page = mount(useNow)
  page()
  await jest.advanceTimersByTimeAsync(29_999)
  expect(page()).toBe(1_000_000)
  await jest.advanceTimersByTimeAsync(1)
  expect(page()).toBe(1_030_000)
  jest.setSystemTime(2_000_000)
  await phone.happens('show')
  expect(page()).toBe(2_000_000)
  page.unmount()
  expect(jest.getTimerCount()).toBe(0)
  jest.useRealTimers()
})
