import { discardSheet, forgetSheet, isLong, uploadSheet, uploadText } from './sheet-uploads'

const mockUpload = jest.fn()
type Written = { filePath: string; data: string; encoding: string; success: () => void }
const mockFiles = new Map<string, string>()
const mockDelete = jest.fn(async (_options: unknown) => ({}))
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getRandomValues: ({ length, success }: { length: number; success: (given: object) => void }) =>
      success({ randomValues: new Uint8Array(length).buffer }),
    getFileSystemManager: () => ({
      writeFile: ({ filePath, data, encoding, success }: Written) => {
        expect(encoding).toBe('utf8')
        mockFiles.set(filePath, data)
        success()
      },
      unlink: ({ filePath }: { filePath: string }) => mockFiles.delete(filePath),
    }),
    cloud: {
      uploadFile: (options: unknown) => mockUpload(options),
      deleteFile: (options: unknown) => mockDelete(options),
    },
  },
}))

const sheet = { path: 'tmp/1', name: '名单.xlsx', size: 1, type: 'xlsx' } as const

beforeEach(() => {
  forgetSheet()
  mockFiles.clear()
  jest.clearAllMocks()
  mockUpload.mockImplementation(async ({ cloudPath }) => ({ fileID: `cloud://env/${cloudPath}` }))
})

test('the path is as the contract wants it and says nothing about the file', async () => {
  expect(await uploadSheet(sheet)).toMatch(/^cloud:\/\/[^/]+\/imports\/[\w-]{16,64}\.xlsx$/)
})

test('tried again it is not uploaded again', async () => {
  expect(await uploadSheet(sheet)).toBe(await uploadSheet(sheet))
  expect(mockUpload).toHaveBeenCalledTimes(1)
})

test('once the server has read it, it is uploaded anew', async () => {
  await uploadSheet(sheet)
  forgetSheet()
  await uploadSheet(sheet)
  expect(mockUpload).toHaveBeenCalledTimes(2)
  expect(mockDelete).not.toHaveBeenCalled()
})

test('one that is not wanted any more is deleted', async () => {
  const fileId = await uploadSheet(sheet)
  discardSheet()
  await Promise.resolve()
  expect(mockDelete).toHaveBeenCalledWith({ fileList: [fileId] })
})

test('a failed upload is NETWORK', async () => {
  mockUpload.mockRejectedValue(new Error('offline'))
  await expect(uploadSheet(sheet)).rejects.toMatchObject({ code: 'NETWORK' })
})

const long = '测'.repeat(300_000)

test('text that may not fit into one call of 100 KB is long, whatever its signs', () => {
  const worst = '\u0001'.repeat(16_000)
  expect(isLong(worst)).toBe(false)
  expect(new TextEncoder().encode(JSON.stringify(worst)).length).toBeLessThan(100 * 1024)
  expect(isLong(`${worst}x`)).toBe(true)
})

test('pasted text is uploaded once, as text, and stays on the phone no longer than that', async () => {
  let content: string | undefined
  mockUpload.mockImplementation(async ({ cloudPath, filePath }) => {
    expect(filePath).toBe('wxfile://usr/pasted.txt')
    content = mockFiles.get(filePath)
    return { fileID: `cloud://env/${cloudPath}` }
  })
  const fileId = await uploadText(long)
  expect(fileId).toMatch(/^cloud:\/\/[^/]+\/imports\/[\w-]{16,64}\.txt$/)
  expect(content).toBe(long)
  expect(mockFiles.size).toBe(0)
  expect(await uploadText(long)).toBe(fileId)
  expect(mockUpload).toHaveBeenCalledTimes(1)
})

test('nor after a failed upload', async () => {
  mockUpload.mockRejectedValue(new Error('offline'))
  await expect(uploadText(long)).rejects.toMatchObject({ code: 'NETWORK' })
  expect(mockFiles.size).toBe(0)
})
