import Taro from '@tarojs/taro'
import { openDownloaded, openFile } from './open-file'
import { safeName } from './own-files'

const mockWrite = jest.fn()
const mockUnlink = jest.fn()
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    openDocument: jest.fn(),
    downloadFile: jest.fn(),
    getFileSystemManager: () => ({ writeFile: mockWrite, unlink: mockUnlink }),
  },
}))

beforeEach(() => {
  jest.resetAllMocks()
  mockWrite.mockImplementation((options: Taro.FileSystemManager.WriteFileOption) =>
    options.success?.({ errMsg: 'ok' }),
  )
  jest.mocked(Taro.openDocument).mockResolvedValue({ errMsg: 'ok' })
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

test('a PDF is opened as one', async () => {
  expect(await openFile({ name: '二维码.pdf', content: 'JVBERg==' })).toBe('opened')
  expect(Taro.openDocument).toHaveBeenCalledWith(
    expect.objectContaining({ filePath: 'wxfile://usr/二维码.pdf', fileType: 'pdf' }),
  )
})

test('it is opened as what its name ends in', async () => {
  await openFile({ name: '二维码.pdf.xlsx', content: '' })
  expect(Taro.openDocument).toHaveBeenCalledWith(expect.objectContaining({ fileType: 'xlsx' }))
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

describe('a file at an address', () => {
  const url = 'https://files.example.com/sheet?sign=1'
  const answer = (statusCode: number): Taro.downloadFile.FileSuccessCallbackResult => ({
    filePath: '',
    tempFilePath: '',
    statusCode,
    errMsg: 'downloadFile:ok',
  })

  test('is downloaded under its name and opened', async () => {
    jest.mocked(Taro.downloadFile).mockResolvedValue(answer(200))
    expect(await openDownloaded(url, '11月邀请.pdf')).toBe('opened')
    expect(Taro.downloadFile).toHaveBeenCalledWith({ url, filePath: 'wxfile://usr/11月邀请.pdf' })
    expect(Taro.openDocument).toHaveBeenCalledWith({
      filePath: 'wxfile://usr/11月邀请.pdf',
      fileType: 'pdf',
      showMenu: true,
    })
  })

  test('that is gone is not opened', async () => {
    jest.mocked(Taro.downloadFile).mockResolvedValue(answer(403))
    expect(await openDownloaded(url, 'a.pdf')).toBe('notDownloaded')
    expect(Taro.openDocument).not.toHaveBeenCalled()
  })

  test('that cannot be reached is said so', async () => {
    jest.mocked(Taro.downloadFile).mockRejectedValue({ errMsg: 'downloadFile:fail' })
    expect(await openDownloaded(url, 'a.pdf')).toBe('notDownloaded')
  })

  test('that nothing here shows is told apart', async () => {
    jest.mocked(Taro.downloadFile).mockResolvedValue(answer(200))
    jest.mocked(Taro.openDocument).mockRejectedValueOnce({ errMsg: 'openDocument:fail' })
    expect(await openDownloaded(url, 'a.pdf')).toBe('notOpened')
  })
})

test.each([
  ['11月 批量/认证.xlsx', '11月-批量-认证.xlsx'],
  ['../../x.xlsx', 'x.xlsx'],
  ['问题', '问题.xlsx'],
  ['认证单.csv', '认证单.csv'],
  ['二维码.PDF', '二维码.PDF'],
  ['', 'file.xlsx'],
])('%s is saved as %s', (name, expected) => {
  expect(safeName(name)).toBe(expected)
})
