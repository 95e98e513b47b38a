import Taro from '@tarojs/taro'
import { openFile, safeName } from './open-file'

const mockWrite = jest.fn()
const mockUnlink = jest.fn()
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    openDocument: jest.fn(),
    getFileSystemManager: () => ({ writeFile: mockWrite, unlink: mockUnlink }),
  },
}))

beforeEach(() => {
  jest.resetAllMocks()
  mockWrite.mockImplementation((options: Taro.FileSystemManager.WriteFileOption) =>
    options.success?.({ errMsg: 'ok' }),
  )
})

test('the file is written from base64 and opened with the menu that sends it on', async () => {
  expect(await openFile({ name: '模板.xlsx', content: 'UEs=' })).toBe('opened')
  expect(mockWrite).toHaveBeenCalledWith(
    expect.objectContaining({ filePath: 'wxfile://usr/模板.xlsx', data: 'UEs=', encoding: 'base64' }),
  )
  expect(Taro.openDocument).toHaveBeenCalledWith({
    filePath: 'wxfile://usr/模板.xlsx',
    fileType: 'xlsx',
    showMenu: true,
  })
})

test('the export before does not stay on the phone', async () => {
  await openFile({ name: 'a.xlsx', content: '' })
  await openFile({ name: 'b.xlsx', content: '' })
  expect(mockUnlink).toHaveBeenLastCalledWith(expect.objectContaining({ filePath: 'wxfile://usr/a.xlsx' }))
})

test('a full phone and a missing viewer are told apart', async () => {
  jest.mocked(Taro.openDocument).mockRejectedValueOnce({ errMsg: 'openDocument:fail' })
  expect(await openFile({ name: 'a.xlsx', content: '' })).toBe('notOpened')
  mockWrite.mockImplementation((options: Taro.FileSystemManager.WriteFileOption) =>
    options.fail?.({ errMsg: 'writeFile:fail the maximum size of the file storage limit is exceeded' }),
  )
  expect(await openFile({ name: 'a.xlsx', content: '' })).toBe('notSaved')
})

test.each([
  ['11月 批量/认证.xlsx', '11月-批量-认证.xlsx'],
  ['../../x.xlsx', 'x.xlsx'],
  ['问题', '问题.xlsx'],
  ['', 'file.xlsx'],
])('%s is saved as %s', (name, expected) => {
  expect(safeName(name)).toBe(expected)
})
