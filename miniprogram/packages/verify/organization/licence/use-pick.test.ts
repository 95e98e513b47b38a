import { mount } from '../../../../../test/support/hooks'
import { phone } from '../../../../../test/support/taro'
import type { LicenceLimits } from '../../../../cloud/types'
import { licenceText } from './texts'
import { usePick } from './use-pick'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../../test/support/hooks'))

const limits: LicenceLimits = { maxBytes: 1024 * 1024, types: ['jpg', 'png'] }
const jpg = [0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0]

/** What was picked, and what is complained of, when the phone has such a file. */
async function picked(name: string, head: number[], size = 8) {
  phone.reset()
  phone.can('chooseMessageFile', async () => ({
    tempFiles: name === '' ? [] : [{ path: 'tmp/a', name, size }],
  }))
  phone.can('getFileSystemManager', () => ({
    readFile: ({ success }: { success: (found: object) => void }) =>
      success({ data: new Uint8Array(head).buffer }),
  }))
  const onPicked = jest.fn()
  const page = mount(() => usePick(limits, onPicked))
  await page().pick('chat')
  return { page, onPicked, complaint: page().complaint }
}

test('what can be taken is handed on, and giving up says nothing', async () => {
  const { onPicked, complaint } = await picked('a.jpg', jpg)
  expect(onPicked.mock.calls).toEqual([[expect.objectContaining({ path: 'tmp/a', type: 'jpg' })]])
  expect(complaint).toBeNull()
  expect((await picked('', [])).complaint).toBeNull()
})

test('what cannot says why, until it is put away', async () => {
  const wrongType = licenceText('wrongType', { types: 'JPG / PNG' })
  const { page, onPicked, complaint } = await picked('a.txt', [1, 2, 3, 4, 5, 6, 7, 8])
  expect(complaint).toBe(wrongType)
  expect(onPicked).not.toHaveBeenCalled()
  page().clear()
  expect(page().complaint).toBeNull()
  expect((await picked('a.jpg', jpg, 1024 * 1024 + 1)).complaint).toBe(
    licenceText('tooLarge', { size: '1 MB', limit: '1 MB' }),
  )
  expect((await picked('a.jpg', jpg, 0)).complaint).toBe(licenceText('unreadable'))
})

test('a file that is gone by now is said to be unreadable', async () => {
  const { page } = await picked('a.jpg', jpg)
  phone.can('getFileSystemManager', () => ({ readFile: ({ fail }: { fail: () => void }) => fail() }))
  await page().pick('chat')
  expect(page().complaint).toBe(licenceText('unreadable'))
})

test('a phone that gives no file says why', async () => {
  const { page } = await picked('', [])
  phone.can('chooseMedia', () => Promise.reject({ errMsg: 'chooseMedia:fail auth deny' }))
  await page().pick('album')
  expect(page().complaint).toBe(licenceText('refused'))
  phone.can('chooseMedia', () =>
    Promise.reject({ errMsg: 'api scope is not declared in the privacy agreement', errno: 112 }),
  )
  await page().pick('album')
  expect(page().complaint).toBe(licenceText('undeclared'))
})
