import { phone } from '../../../../test/support/taro'
import { ActionFailureError } from '../../../cloud/call'
import { limitText, pickAttachment, sources } from './attachment'
import { rowText } from './texts'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))

const jpg = [0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0]
const pdf = [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37]
const attach = jest.fn(async (_fileId: string) => {})

/** A phone with one file, of which these are the first bytes. */
function holds(head: number[], size = 8) {
  phone.reset()
  attach.mockReset()
  const ending = head === jpg ? 'jpg' : head === pdf ? 'pdf' : 'x'
  const file = { path: 'tmp/a', name: `a.${ending}`, size }
  phone.can('chooseMessageFile', async () => ({ tempFiles: [file] }))
  phone.can('chooseMedia', async () => ({ tempFiles: [{ tempFilePath: `tmp/a.${ending}`, size }] }))
  phone.can('getFileSystemManager', () => ({
    readFile: ({ success }: { success: (found: object) => void }) =>
      success({ data: new Uint8Array(head).buffer }),
  }))
  phone.can('getRandomValues', ({ success }: { success: (found: object) => void }) =>
    success({ randomValues: new Uint8Array(32).buffer }),
  )
  phone.can('cloud.uploadFile', async () => ({ fileID: 'cloud://1' }))
}
const settled = () => new Promise(resolve => setTimeout(resolve))

test('what was picked is uploaded and handed on', async () => {
  holds(jpg)
  expect(await pickAttachment('licence', 'album', attach)).toEqual({ kind: 'attached' })
  expect(attach.mock.calls).toEqual([['cloud://1']])
  expect(phone.given('cloud.uploadFile')).toMatchObject([
    { cloudPath: expect.stringMatching(/\.jpg$/), filePath: 'tmp/a.jpg' },
  ])
  expect(phone.given('cloud.deleteFile')).toEqual([])
  expect(sources).toEqual(['album', 'camera', 'chat'])
})

test.each([
  ['INVALID_INPUT', 1],
  ['NETWORK', 0],
] as const)('refused with %s it is deleted %s times', async (code, times) => {
  holds(jpg)
  attach.mockRejectedValueOnce(new ActionFailureError(code, ''))
  await expect(pickAttachment('licence', 'album', attach)).rejects.toMatchObject({ code })
  await settled()
  expect(phone.given('cloud.deleteFile')).toHaveLength(times)
})

test('a failure that is none of the server deletes it too', async () => {
  holds(jpg)
  for (const error of [null, 'text', new Error('')]) {
    attach.mockRejectedValueOnce(error)
    await expect(pickAttachment('licence', 'album', attach)).rejects.toBe(error)
  }
  await settled()
  expect(phone.given('cloud.deleteFile')).toHaveLength(3)
})

const MB = 1024 * 1024
test.each([
  ['licence', jpg, 5 * MB + 1, rowText('attach.tooLarge', { size: '5 MB', limit: '5 MB' })],
  ['licence', pdf, 8, rowText('attach.wrongType', { types: 'JPG / PNG' })],
  ['licence', jpg, 0, rowText('attach.unreadable')],
  ['letter', jpg, 7 * MB + 1, rowText('attach.tooLarge', { size: '7 MB', limit: '7 MB' })],
  ['letter', [1, 2, 3, 4, 5, 6, 7, 8], 8, rowText('attach.wrongType', { types: 'JPG / PNG / PDF' })],
] as const)('of a %s that is none it is said why', async (kind, head, size, text) => {
  holds(head as number[], size)
  expect(await pickAttachment(kind, 'chat', attach)).toEqual({ kind: 'complaint', text })
  expect(attach).not.toHaveBeenCalled()
})

test('a letter may be a document, and both may be as large as is said', async () => {
  holds(pdf, 7 * MB)
  expect(await pickAttachment('letter', 'chat', attach)).toEqual({ kind: 'attached' })
  holds(jpg, 5 * MB)
  expect(await pickAttachment('licence', 'chat', attach)).toEqual({ kind: 'attached' })
  expect(limitText('letter')).toBe(rowText('attach.limit', { types: 'JPG / PNG / PDF', limit: '7 MB' }))
})

test('a file that is gone by now is said to be unreadable', async () => {
  holds(jpg)
  phone.can('getFileSystemManager', () => ({ readFile: ({ fail }: { fail: () => void }) => fail() }))
  expect(await pickAttachment('licence', 'chat', attach)).toEqual({
    kind: 'complaint',
    text: rowText('attach.unreadable'),
  })
})

test('a phone that gives no file says why; giving up is no complaint', async () => {
  holds(jpg)
  phone.can('chooseMessageFile', async () => ({ tempFiles: [] }))
  expect(await pickAttachment('licence', 'chat', attach)).toEqual({ kind: 'canceled' })
  phone.can('chooseMedia', () => Promise.reject({ errMsg: 'chooseMedia:fail auth deny' }))
  expect(await pickAttachment('licence', 'camera', attach)).toEqual({
    kind: 'complaint',
    text: rowText('attach.refused'),
  })
  phone.can('chooseMedia', () =>
    Promise.reject({
      errMsg: 'chooseMedia:fail api scope is not declared in the privacy agreement',
      errno: 112,
    }),
  )
  expect(await pickAttachment('licence', 'camera', attach)).toEqual({
    kind: 'complaint',
    text: rowText('attach.undeclared'),
  })
})
