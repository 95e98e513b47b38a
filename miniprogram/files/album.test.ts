import Taro from '@tarojs/taro'
import { saveDataUrl, saveFile, saveUrl, tellAlbum } from './album'
import { albumText } from './album-texts'

const writeFile = jest.fn()
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => ({ writeFile }),
    downloadFile: jest.fn(),
    saveImageToPhotosAlbum: jest.fn(),
    showToast: jest.fn(),
    showModal: jest.fn(),
    openSetting: jest.fn(),
  },
}))

beforeEach(() => {
  jest.resetAllMocks()
  writeFile.mockImplementation(({ success }) => success())
})

test('the picture is written to the phone first, and put into the album from there', async () => {
  await expect(saveDataUrl('data:image/png;base64,iVBORw0KGgo=')).resolves.toBe('saved')
  expect(writeFile).toHaveBeenCalledWith(
    expect.objectContaining({
      filePath: 'wxfile://usr/invitation-code.png',
      data: 'iVBORw0KGgo=',
      encoding: 'base64',
    }),
  )
  expect(Taro.saveImageToPhotosAlbum).toHaveBeenCalledWith({ filePath: 'wxfile://usr/invitation-code.png' })
})

test('a phone without room saves nothing', async () => {
  writeFile.mockImplementation(({ fail }) => fail({ errMsg: 'writeFile:fail no space' }))
  await expect(saveDataUrl('data:image/png;base64,iVBORw0KGgo=')).resolves.toBe('failed')
  expect(Taro.saveImageToPhotosAlbum).not.toHaveBeenCalled()
})

test('what is no picture is not saved', async () => {
  await expect(saveDataUrl('https://example.com/code.png')).resolves.toBe('failed')
  expect(writeFile).not.toHaveBeenCalled()
})

const url = 'https://vendor.example/qr.png'

test('a picture of the web is fetched and put into the album', async () => {
  jest.mocked(Taro.downloadFile).mockResolvedValue({
    statusCode: 200,
    tempFilePath: 'tmp/qr.png',
  } as Taro.downloadFile.FileSuccessCallbackResult as never)
  await expect(saveUrl(url)).resolves.toBe('saved')
  expect(Taro.saveImageToPhotosAlbum).toHaveBeenCalledWith({ filePath: 'tmp/qr.png' })
})

test.each([
  [
    'of a domain that is not allowed',
    () => Promise.reject({ errMsg: 'downloadFile:fail url not in domain list' }),
  ],
  ['that is not there', () => Promise.resolve({ statusCode: 404, tempFilePath: 'tmp/404.html' })],
])('a picture %s is not saved', async (_name, answer) => {
  jest.mocked(Taro.downloadFile).mockImplementation(answer as never)
  await expect(saveUrl(url)).resolves.toBe('failed')
  expect(Taro.saveImageToPhotosAlbum).not.toHaveBeenCalled()
})

test.each([
  ['saveImageToPhotosAlbum:fail auth deny', 'refused'],
  ['saveImageToPhotosAlbum:fail:auth denied', 'refused'],
  ['saveImageToPhotosAlbum:fail cancel', 'canceled'],
  ['saveImageToPhotosAlbum:fail file not found', 'failed'],
])('%s → %s', async (errMsg, outcome) => {
  jest.mocked(Taro.saveImageToPhotosAlbum).mockRejectedValue({ errMsg })
  await expect(saveFile('tmp/poster.png')).resolves.toBe(outcome)
})

test('a picture is known by its beginning and fetched from where it is', async () => {
  for (const url of ['see data:image/png;base64,iVBO', 'data:image/png;base64,iVBO\nRw0K'])
    await expect(saveDataUrl(url)).resolves.toBe('failed')
  jest.mocked(Taro.downloadFile).mockResolvedValue(Object({ statusCode: 200, tempFilePath: 'tmp/qr.png' }))
  await saveUrl(url)
  expect(Taro.downloadFile).toHaveBeenCalledWith({ url })
})

test('what fails without a word is a failure', async () => {
  jest.mocked(Taro.saveImageToPhotosAlbum).mockRejectedValue({})
  await expect(saveFile('tmp/1')).resolves.toBe('failed')
})

describe('said', () => {
  test.each([
    ['saved', 'done'],
    ['failed', 'failed'],
  ] as const)('that it is %s', async (outcome, key) => {
    await tellAlbum(outcome)
    expect(jest.mocked(Taro.showToast).mock.calls).toEqual([[{ title: albumText(key), icon: 'none' }]])
    expect(Taro.showModal).not.toHaveBeenCalled()
  })

  test('nothing to who gave up', async () => {
    await tellAlbum('canceled')
    expect([jest.mocked(Taro.showToast).mock.calls, jest.mocked(Taro.showModal).mock.calls]).toEqual([[], []])
  })

  test.each([true, false])(
    'where a closed album is opened; whoever wants to (%s) is led there',
    async confirm => {
      jest.mocked(Taro.showModal).mockResolvedValue(Object({ confirm }))
      jest.mocked(Taro.openSetting).mockRejectedValue(new Error('no'))
      await tellAlbum('refused')
      const question = { content: albumText('refused'), confirmText: albumText('settings') }
      expect(jest.mocked(Taro.showModal).mock.calls).toEqual([[question]])
      expect(Taro.openSetting).toHaveBeenCalledTimes(confirm ? 1 : 0)
      expect(Taro.showToast).not.toHaveBeenCalled()
    },
  )
})
