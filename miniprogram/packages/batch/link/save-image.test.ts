import Taro from '@tarojs/taro'
import { saveImage } from './save-image'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { downloadFile: jest.fn(), saveImageToPhotosAlbum: jest.fn() },
}))
const url = 'https://vendor.example/qr.png'

beforeEach(() => {
  jest.resetAllMocks()
  jest.mocked(Taro.downloadFile).mockResolvedValue({
    statusCode: 200,
    tempFilePath: 'tmp/qr.png',
  } as Taro.downloadFile.FileSuccessCallbackResult as never)
})

test('the image is fetched and put into the album', async () => {
  await expect(saveImage(url)).resolves.toBe('saved')
  expect(Taro.saveImageToPhotosAlbum).toHaveBeenCalledWith({ filePath: 'tmp/qr.png' })
})

test('an image that cannot be fetched is not saved', async () => {
  jest.mocked(Taro.downloadFile).mockRejectedValue({ errMsg: 'downloadFile:fail url not in domain list' })
  await expect(saveImage(url)).resolves.toBe('failed')
  expect(Taro.saveImageToPhotosAlbum).not.toHaveBeenCalled()
})

test.each([
  ['saveImageToPhotosAlbum:fail auth deny', 'refused'],
  ['saveImageToPhotosAlbum:fail:auth denied', 'refused'],
  ['saveImageToPhotosAlbum:fail cancel', 'canceled'],
  ['saveImageToPhotosAlbum:fail file not found', 'failed'],
])('%s → %s', async (errMsg, outcome) => {
  jest.mocked(Taro.saveImageToPhotosAlbum).mockRejectedValue({ errMsg })
  await expect(saveImage(url)).resolves.toBe(outcome)
})
