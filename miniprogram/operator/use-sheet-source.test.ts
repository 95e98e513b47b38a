import { mount } from '../../test/support/hooks'
import { phone, refused } from '../../test/support/taro'
import { callAction } from '../cloud/call'
import { operatorText } from './texts'
import { useSheetSource } from './use-sheet-source'

jest.mock('@tarojs/taro', () => jest.requireActual('../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../test/support/hooks'))

const onPick = jest.fn()
beforeEach(() => {
  phone.reset()
  onPick.mockClear()
  phone.answers('batch.template', () => ({ name: '模板.xlsx', content: '' }))
})
const opened = () => mount(() => useSheetSource(onPick, () => callAction('batch.template', Object({}))))
const chosen = (name: string) =>
  phone.can('chooseMessageFile', async () => ({ tempFiles: [{ path: 'tmp/1', name, size: 9 }] }))

test('a spreadsheet that was picked is handed on', async () => {
  const page = opened()
  chosen('名单.xlsx')
  await page().pick()
  expect(onPick.mock.calls).toEqual([[{ path: 'tmp/1', name: '名单.xlsx', size: 9, type: 'xlsx' }]])
  expect(page().complaint).toBeNull()
})

test('another file is complained of until a right one comes, or the list comes from elsewhere; giving up changes nothing', async () => {
  const page = opened()
  chosen('名单.pdf')
  await page().pick()
  expect([page().complaint, onPick.mock.calls]).toEqual([operatorText('sheet.wrongType'), []])
  phone.can('chooseMessageFile', async () => ({ tempFiles: [] }))
  await page().pick()
  expect(page().complaint).toBe(operatorText('sheet.wrongType'))
  chosen('名单.csv')
  await page().pick()
  expect(page().complaint).toBeNull()
  chosen('名单.pdf')
  await page().pick()
  page().leave()
  expect(page().complaint).toBeNull()
})

test('the template opens, and is said to be on its way', async () => {
  const page = opened()
  const opening = page().openTemplate()
  expect(page().preparing).toBe(true)
  await opening
  expect(page()).toMatchObject({ preparing: false, complaint: null })
  expect(phone.given('openDocument')).toMatchObject([{ filePath: 'user/模板.xlsx', fileType: 'xlsx' }])
})

test('why it does not is said, until it is asked for again', async () => {
  const page = opened()
  phone.isFull()
  await page().openTemplate()
  expect(page().complaint).toBe(operatorText('file.notSaved'))
  phone.answers('batch.template', () => refused('BUSY'))
  await page().openTemplate()
  expect(page().complaint).toMatch(/./)
  expect(page().complaint).not.toBe(operatorText('file.notSaved'))
})
