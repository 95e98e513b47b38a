import { mount } from '../../test/support/hooks'
import { phone } from '../../test/support/taro'
import { useScan } from './use-scan'

jest.mock('@tarojs/taro', () => jest.requireActual('../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../test/support/hooks'))

beforeEach(() => phone.reset())

test('what the camera saw is handed on; that WeChat could not scan is said, giving up is not', async () => {
  const onCode = jest.fn()
  const page = mount(() => useScan(onCode))
  expect(page().failed).toBe(false)
  const scanned = async (answer: () => Promise<unknown>) => {
    phone.can('scanCode', answer)
    await page().scan()
    return page().failed
  }
  expect(await scanned(async () => ({ result: 'i=1' }))).toBe(false)
  expect(onCode.mock.calls).toEqual([[{ result: 'i=1' }]])
  expect(phone.given('scanCode')).toEqual([{}])
  expect(await scanned(() => Promise.reject({ errMsg: 'scanCode:fail' }))).toBe(true)
  expect(await scanned(() => Promise.reject({ errMsg: 'scanCode:fail cancel' }))).toBe(false)
  expect(await scanned(() => Promise.reject(undefined))).toBe(true)
  expect(await scanned(async () => ({ result: 'i=1' }))).toBe(false)
})
