import { discardSheet, forgetSheet, uploadSheet } from './sheet-uploads'

const mockUpload = jest.fn()
const mockDelete = jest.fn(async (_options: unknown) => ({}))
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    cloud: {
      uploadFile: (options: unknown) => mockUpload(options),
      deleteFile: (options: unknown) => mockDelete(options),
    },
  },
}))

const sheet = { path: 'tmp/1', name: '名单.xlsx', size: 1, type: 'xlsx' } as const

beforeEach(() => {
  forgetSheet()
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
