import { mount } from '../../test/support/hooks'
import { usePoll } from './use-poll'

const mockPage = { show: () => {}, hide: () => {} }
jest.mock('@tarojs/taro', () => ({
  useDidShow: (work: () => void) => {
    mockPage.show = work
  },
  useDidHide: (work: () => void) => {
    mockPage.hide = work
  },
}))
jest.mock('react', () => jest.requireActual('../../test/support/hooks'))

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

test('it asks while there is something to wait for and somebody looks on', async () => {
  const ask = jest.fn(async () => {})
  const wait = { active: false }
  const page = mount(() => usePoll({ ...wait, ask, baseSeconds: 2 }))
  await jest.advanceTimersByTimeAsync(10_000)
  expect(ask).not.toHaveBeenCalled()

  wait.active = true
  page()
  await jest.advanceTimersByTimeAsync(2_000)
  expect(ask).toHaveBeenCalledTimes(1)

  mockPage.hide()
  page()
  await jest.advanceTimersByTimeAsync(60_000)
  expect(ask).toHaveBeenCalledTimes(1)

  mockPage.show()
  page()
  await jest.advanceTimersByTimeAsync(2_000)
  expect(ask).toHaveBeenCalledTimes(2)
  page.unmount()
  await jest.advanceTimersByTimeAsync(60_000)
  expect(ask).toHaveBeenCalledTimes(2)
})

test('a new cause begins with short pauses again', async () => {
  const ask = jest.fn(async () => {})
  const wait = { cause: 1 }
  const page = mount(() => usePoll({ active: true, ask, baseSeconds: 2, ...wait }))
  await jest.advanceTimersByTimeAsync(5_000)
  expect(ask).toHaveBeenCalledTimes(2)
  wait.cause = 2
  page()
  await jest.advanceTimersByTimeAsync(2_000)
  expect(ask).toHaveBeenCalledTimes(3)
})
