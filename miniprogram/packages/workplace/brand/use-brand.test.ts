import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'

import { pickLogo, useBrand } from './use-brand'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

const stored = { brand: { name: '示例', color: '#1a5fb4' } }
beforeEach(() => {
  phone.reset()
  phone.answers('brand.get', () => stored)
  phone.answers('brand.save', ({ name, color }: { name: string; color: string }) => ({
    brand: { name, color },
    darkened: false,
  }))
  phone.can('getRandomValues', ({ success }: { success: (found: object) => void }) =>
    success({ randomValues: new Uint8Array(32).buffer }),
  )
  phone.can('cloud.uploadFile', async () => ({ fileID: 'cloud://logo' }))
})

async function opened() {
  const page = mount(useBrand)
  await page().load()
  expect(page()).toMatchObject({ answer: stored, lost: null, busy: false, failure: null, darkened: null })
  return page
}
const changes = () => phone.inputs('brand.save').map(({ clientKey: _, ...change }) => change)

test('a logo that stays is not named, one that goes is, and a new one is uploaded first', async () => {
  const page = await opened()
  const shown = { name: '新名', color: '#000000' }
  const saving = page().save('新名', '#000000', 'keep')
  expect(page().busy).toBe(true)
  await saving
  await page().save('新名', '#000000', null)
  expect(phone.given('cloud.uploadFile')).toEqual([])
  await page().save('新名', '#000000', { path: 'tmp/logo', type: 'png' })
  expect(changes()).toEqual([shown, { ...shown, logoFileId: null }, { ...shown, logoFileId: 'cloud://logo' }])
  expect(phone.given('cloud.uploadFile')).toEqual([
    { cloudPath: `licences/${'A'.repeat(32)}.png`, filePath: 'tmp/logo' },
  ])
  expect(page().answer).toEqual({ brand: shown })
  expect(phone.given('showToast')).toHaveLength(3)
  expect(phone.given('showToast')[0]).toEqual({ title: expect.stringMatching(/./), icon: 'none' })
  expect(phone.given('cloud.deleteFile')).toEqual([])
})

test('a colour that was made darker is shown until the next time, and nothing pops up', async () => {
  const page = await opened()
  phone.answers('brand.save', () => ({ brand: { name: '', color: '#111111' }, darkened: true }))
  await page().save('', '#eeeeee', 'keep')
  expect(page().darkened).toBe('#111111')
  expect(phone.given('showToast')).toEqual([])
  phone.answers('brand.save', () => refused('BUSY'))
  await page().save('', '#eeeeee', 'keep')
  expect(page()).toMatchObject({ darkened: null, failure: { code: 'BUSY' } })
})

test('a logo that is refused is deleted again', async () => {
  const page = await opened()
  phone.answers('brand.save', () => refused('FILE_UNREADABLE'))
  await page().save('', '#000000', null)
  expect(phone.given('cloud.deleteFile')).toEqual([])
  await page().save('', '#000000', { path: 'tmp/logo', type: 'png' })
  await page.settled()
  expect(phone.given('cloud.deleteFile')).toEqual([{ fileList: ['cloud://logo'] }])
  expect(page().failure?.code).toBe('FILE_UNREADABLE')
})

test('why it cannot be loaded', async () => {
  phone.answers('brand.get', () => refused('FORBIDDEN'))
  const page = mount(useBrand)
  await page().load()
  expect(page().lost?.code).toBe('FORBIDDEN')
})

const picked = (head: number[], size = 9) => {
  phone.can('chooseMedia', async () => ({ tempFiles: [{ tempFilePath: 'tmp/a.jpg', size }] }))
  phone.can('getFileSystemManager', () => ({
    readFile: ({ success }: { success: (found: object) => void }) =>
      success({ data: new Uint8Array(head).buffer }),
  }))
}

test('a logo is a small picture out of the album', async () => {
  picked([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0])
  expect(await pickLogo()).toMatchObject({ path: 'tmp/a.jpg', type: 'jpg' })
  expect(phone.given('chooseMedia')).toMatchObject([{ sourceType: ['album'] }])
  picked([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0], 200 * 1024 + 1)
  expect(await pickLogo()).toBe('wrong')
  picked([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37])
  expect(await pickLogo()).toBe('wrong')
  phone.can('chooseMedia', () => Promise.reject({ errMsg: 'chooseMedia:fail cancel' }))
  expect(await pickLogo()).toBeNull()
})
