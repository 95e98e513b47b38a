import { isComputer } from './device'

const getDeviceInfo = jest.fn()
const getSystemInfoSync = jest.fn()
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getDeviceInfo: () => getDeviceInfo(), getSystemInfoSync: () => getSystemInfoSync() },
}))

const unknown = () => {
  throw new Error('not supported')
}

beforeEach(() => {
  getDeviceInfo.mockReset()
  getSystemInfoSync.mockReset()
})

test.each([
  ['windows', true],
  ['mac', true],
  ['ios', false],
  ['android', false],
  ['devtools', false],
])('%s is a computer: %s', (platform, expected) => {
  getDeviceInfo.mockReturnValue({ platform })
  expect(isComputer()).toBe(expected)
})

test('older versions of WeChat are asked the older way', () => {
  getDeviceInfo.mockImplementation(unknown)
  getSystemInfoSync.mockReturnValue({ platform: 'windows' })
  expect(isComputer()).toBe(true)
})

test('what cannot be found out is a phone', () => {
  getDeviceInfo.mockImplementation(unknown)
  getSystemInfoSync.mockImplementation(unknown)
  expect(isComputer()).toBe(false)
})
