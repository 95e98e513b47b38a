import Taro from '@tarojs/taro'
import { give, keepFile, waysOut } from './keep-file'

const mockWrite = jest.fn()
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    canIUse: jest.fn(),
    getDeviceInfo: jest.fn(),
    shareFileMessage: jest.fn(),
    saveFileToDisk: jest.fn(),
    getFileSystemManager: () => ({ writeFile: mockWrite, unlink: jest.fn() }),
  },
}))

const device = (platform: string) => {
  const info = { deviceAbi: '', benchmarkLevel: 1, brand: '', model: '', system: '', platform, CPUType: '' }
  jest.mocked(Taro.getDeviceInfo).mockReturnValue(info)
}
const kept = { name: '认证单.csv', filePath: 'wxfile://usr/认证单.csv' }

beforeEach(() => {
  jest.resetAllMocks()
  jest.mocked(Taro.canIUse).mockReturnValue(true)
  mockWrite.mockImplementation((options: Taro.FileSystemManager.WriteFileOption) =>
    options.success?.({ errMsg: 'ok' }),
  )
})

test('a file without a viewer stays where it can be sent on from', async () => {
  expect(await keepFile({ name: '认证 单.csv', content: 'YQ==' })).toEqual({
    name: '认证-单.csv',
    filePath: 'wxfile://usr/认证-单.csv',
  })
})

test('a full phone keeps nothing', async () => {
  mockWrite.mockImplementation((options: Taro.FileSystemManager.WriteFileOption) =>
    options.fail?.({ errMsg: 'writeFile:fail' }),
  )
  expect(await keepFile({ name: 'a.csv', content: '' })).toBeNull()
})

test.each([
  ['ios', true, ['chat']],
  ['windows', true, ['chat', 'disk']],
  ['mac', true, ['chat', 'disk']],
  ['android', false, []],
])('on %s (WeChat can: %s) the ways out are %j', (platform, can, ways) => {
  device(platform)
  jest.mocked(Taro.canIUse).mockReturnValue(can)
  expect(waysOut()).toEqual(ways)
})

test('it goes to a chat under its name', async () => {
  expect(await give(kept, 'chat')).toBe('given')
  expect(Taro.shareFileMessage).toHaveBeenCalledWith({
    filePath: 'wxfile://usr/认证单.csv',
    fileName: '认证单.csv',
  })
})

test('it goes to the disk of a computer', async () => {
  expect(await give(kept, 'disk')).toBe('given')
  expect(Taro.saveFileToDisk).toHaveBeenCalledWith({ filePath: 'wxfile://usr/认证单.csv' })
})

test('whoever changes their mind is not told of a failure', async () => {
  jest.mocked(Taro.shareFileMessage).mockRejectedValueOnce({ errMsg: 'shareFileMessage:fail cancel' })
  expect(await give(kept, 'chat')).toBe('canceled')
  jest.mocked(Taro.shareFileMessage).mockRejectedValueOnce({ errMsg: 'shareFileMessage:fail' })
  expect(await give(kept, 'chat')).toBe('failed')
})

test('a WeChat that tells nothing of its device is no computer, and what it can is asked by name', () => {
  jest.mocked(Taro.getDeviceInfo).mockImplementation(() => {
    throw new Error('unknown')
  })
  expect(waysOut()).toEqual(['chat'])
  device('windows')
  waysOut()
  expect(jest.mocked(Taro.canIUse).mock.calls.flat()).toEqual([
    'shareFileMessage',
    'shareFileMessage',
    'saveFileToDisk',
  ])
  device('macos')
  expect(waysOut()).toEqual(['chat'])
  device('not windows')
  expect(waysOut()).toEqual(['chat'])
})

test.each([null, 'cancel', {}, { errMsg: 1 }])(
  'a refusal that says nothing (%j) is a failure',
  async reason => {
    jest.mocked(Taro.saveFileToDisk).mockRejectedValueOnce(reason)
    expect(await give(kept, 'disk')).toBe('failed')
  },
)
