import Taro from '@tarojs/taro'
import { pickLicence } from './pick'

const mockRead = jest.fn()
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    chooseMedia: jest.fn(),
    chooseMessageFile: jest.fn(),
    getFileSystemManager: () => ({ readFile: mockRead }),
  },
}))

const limits = { maxBytes: 1000, types: ['jpg', 'png', 'pdf'] as ('jpg' | 'png' | 'pdf')[] }
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

function chat(name: string, path: string, size = 500) {
  const file = { name, path, size, time: 0, type: 'file' as const }
  jest.mocked(Taro.chooseMessageFile).mockResolvedValue({ errMsg: 'ok', tempFiles: [file] })
}
function content(bytes: number[]) {
  mockRead.mockImplementation((options: Taro.FileSystemManager.ReadFileOption) =>
    options.success?.({ errMsg: 'ok', data: new Uint8Array(bytes).buffer }),
  )
}

beforeEach(() => jest.resetAllMocks())

test('only the first bytes are read', async () => {
  chat('执照.png', 'tmp/1')
  content(png)
  expect(await pickLicence('chat', limits)).toMatchObject({ kind: 'ok', licence: { type: 'png', size: 500 } })
  expect(mockRead).toHaveBeenCalledWith(
    expect.objectContaining({ filePath: 'tmp/1', position: 0, length: 8 }),
  )
})

test('a picture from a chat, whose name has no ending, is judged by its file', async () => {
  chat('图片', 'tmp/1.png')
  content(png)
  expect((await pickLicence('chat', limits)).kind).toBe('ok')
})

test('a file that cannot be read any more is unreadable', async () => {
  chat('a.png', 'tmp/1')
  mockRead.mockImplementation((options: Taro.FileSystemManager.ReadFileOption) =>
    options.fail?.({ errMsg: 'readFile:fail no such file' }),
  )
  expect((await pickLicence('chat', limits)).kind).toBe('unreadable')
})

test.each([
  ['chooseMedia:fail cancel', 'canceled'],
  ['chooseMedia:fail privacy permission is not authorized', 'refused'],
  ['chooseMedia:fail auth deny', 'refused'],
])('%s is %s', async (errMsg, kind) => {
  jest.mocked(Taro.chooseMedia).mockRejectedValue({ errMsg })
  expect((await pickLicence('album', limits)).kind).toBe(kind)
})

test('a picture is asked for compressed, one, from where it was said', async () => {
  jest
    .mocked(Taro.chooseMedia)
    .mockResolvedValue(Object({ tempFiles: [{ tempFilePath: 'wxfile://tmp/执照.png', size: 500 }] }))
  content(png)
  expect(await pickLicence('camera', limits)).toMatchObject({
    kind: 'ok',
    licence: { path: 'wxfile://tmp/执照.png', type: 'png', size: 500 },
  })
  expect(Taro.chooseMedia).toHaveBeenCalledWith({
    count: 1,
    mediaType: ['image'],
    sourceType: ['camera'],
    sizeType: ['compressed'],
  })
})

test('of a chat one file of any kind is asked for; none is as giving up', async () => {
  jest.mocked(Taro.chooseMessageFile).mockResolvedValue({ errMsg: 'ok', tempFiles: [] })
  expect(await pickLicence('chat', limits)).toEqual({ kind: 'canceled' })
  expect(Taro.chooseMessageFile).toHaveBeenCalledWith({ count: 1, type: 'all' })
  jest.mocked(Taro.chooseMedia).mockResolvedValue(Object({ tempFiles: [] }))
  expect(await pickLicence('album', limits)).toEqual({ kind: 'canceled' })
})

test('a name with a dot in its middle has no ending', async () => {
  chat('v1.png 的执照', 'tmp/1.pdf')
  content([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37])
  expect(await pickLicence('chat', limits)).toMatchObject({ kind: 'ok', licence: { type: 'pdf' } })
})

test('of no bytes nothing is read, and text instead of bytes is unreadable', async () => {
  chat('a.png', 'tmp/1', 0)
  expect((await pickLicence('chat', limits)).kind).toBe('empty')
  expect(mockRead).not.toHaveBeenCalled()
  chat('a.png', 'tmp/1')
  mockRead.mockImplementation((options: Taro.FileSystemManager.ReadFileOption) =>
    options.success?.({ errMsg: 'ok', data: 'text' }),
  )
  expect((await pickLicence('chat', limits)).kind).toBe('unreadable')
})
