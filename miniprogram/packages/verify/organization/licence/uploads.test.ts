import { createUploads } from './uploads'

jest.mock('@tarojs/taro', () => ({}))

const licence = { path: 'tmp/a.png', name: 'a.png', size: 10, type: 'png' } as const

function counted() {
  let made = 0
  const files = {
    upload: jest.fn(async (path: string, _filePath: string) => `cloud://env/${path}`),
    remove: jest.fn(),
  }
  return { files, uploads: createUploads(files, async () => `key-${++made}`) }
}

test('a start that is tried again uploads nothing again', async () => {
  const { files, uploads } = counted()
  expect(await uploads.of(licence)).toBe('cloud://env/licences/key-1.png')
  expect(await uploads.of(licence)).toBe('cloud://env/licences/key-1.png')
  expect(files.upload.mock.calls).toEqual([['licences/key-1.png', 'tmp/a.png']])
})

test('once the server has taken it, the same picture is uploaded anew and nothing is deleted', async () => {
  const { files, uploads } = counted()
  await uploads.of(licence)
  uploads.forget()
  expect(await uploads.of(licence)).toBe('cloud://env/licences/key-2.png')
  expect(files.remove).not.toHaveBeenCalled()
})

test('another picture replaces and deletes the one before', async () => {
  const { files, uploads } = counted()
  await uploads.of(licence)
  await uploads.of({ ...licence, path: 'tmp/b.png' })
  expect(files.remove.mock.calls).toEqual([['cloud://env/licences/key-1.png']])
})

test('what was never uploaded is not deleted', () => {
  const { files, uploads } = counted()
  uploads.discard()
  expect(files.remove).not.toHaveBeenCalled()
})

test('an upload that failed is tried again', async () => {
  const { files, uploads } = counted()
  files.upload.mockRejectedValueOnce(new Error('offline'))
  await expect(uploads.of(licence)).rejects.toThrow('offline')
  expect(await uploads.of(licence)).toBe('cloud://env/licences/key-2.png')
})
