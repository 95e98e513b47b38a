import { createFiles } from './cloudFiles'
import { FileTooLarge } from './files'
import { HttpFailure } from './http'

const mockCalls = {
  getTempFileURL: jest.fn<Promise<unknown>, [object]>(),
  deleteFile: jest.fn<Promise<unknown>, [object]>(),
  uploadFile: jest.fn<Promise<unknown>, [object]>(),
}
jest.mock('./sdk', () => ({ cloudCalls: () => mockCalls }))

const bytes = Buffer.from('bytes')
const fetched = jest.fn(async (_url: string, _most: number) => bytes)
const files = createFiles(fetched)
const found = (tempFileURL?: string) =>
  mockCalls.getTempFileURL.mockResolvedValue({ fileList: [{ tempFileURL }] })

test('a file is fetched by an address that lasts a minute, and no more of it than may be', async () => {
  found('https://files.example/测 1')
  expect(await files.download('cloud://a', 9)).toBe(bytes)
  expect(mockCalls.getTempFileURL).toHaveBeenLastCalledWith({
    fileList: [{ fileID: 'cloud://a', maxAge: 60 }],
  })
  expect(fetched).toHaveBeenLastCalledWith('https://files.example/%E6%B5%8B%201', 9)
})

test('one that is too large is told apart from one that cannot be had', async () => {
  found('https://files.example/a')
  fetched.mockRejectedValueOnce(new HttpFailure('tooLarge', true))
  await expect(files.download('cloud://a', 9)).rejects.toBeInstanceOf(FileTooLarge)
  for (const error of [new HttpFailure('timeout', true), new Error('tooLarge')]) {
    fetched.mockRejectedValueOnce(error)
    await expect(files.download('cloud://a', 9)).rejects.toBe(error)
  }
})

test('what is not there has no address', async () => {
  found()
  await expect(files.download('cloud://a', 9)).rejects.toThrow('no address')
  mockCalls.getTempFileURL.mockResolvedValue({ fileList: [] })
  await expect(files.address('cloud://a', 5)).rejects.toThrow('no address')
})

test('an address lasts as long as was asked for', async () => {
  found('https://files.example/a')
  expect(await files.address('cloud://a', 300)).toBe('https://files.example/a')
  expect(mockCalls.getTempFileURL).toHaveBeenLastCalledWith({
    fileList: [{ fileID: 'cloud://a', maxAge: 300 }],
  })
})

test('files are removed and stored by their place', async () => {
  await files.remove('cloud://a')
  expect(mockCalls.deleteFile).toHaveBeenLastCalledWith({ fileList: ['cloud://a'] })
  mockCalls.uploadFile.mockResolvedValue({ fileID: 'cloud://b' })
  expect(await files.upload('codes/b', bytes)).toBe('cloud://b')
  expect(mockCalls.uploadFile).toHaveBeenLastCalledWith({ cloudPath: 'codes/b', fileContent: bytes })
})
