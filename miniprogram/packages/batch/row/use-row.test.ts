import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'

import { noAdministrator } from '../shared/administrator'
import { useRow } from './use-row'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

const fields = { name: '示例公司', legalName: '测**', adminMobile: '138****0000' }
const row = (own: object = {}) => ({ id: 'r_1', state: 'draft', fields, ...own })
let answer: object
beforeEach(() => {
  phone.reset()
  answer = { row: row(), batch: { id: 'b_1' } }
  phone.answers('batch.row', () => answer)
})

async function opened(rowId: string | null = 'r_1') {
  const page = mount(() => useRow('b_1', rowId))
  await page.settled()
  return page
}
const asked = () => phone.asked.map(([action]) => action)

test('a row is read; without one nobody is asked', async () => {
  const page = await opened()
  expect(phone.asked).toEqual([['batch.row', { rowId: 'r_1' }]])
  expect(page()).toMatchObject({
    row: row(),
    batch: { id: 'b_1' },
    saved: fields,
    dirty: false,
    lost: null,
    added: false,
  })
  const added = await opened(null)
  await added().load()
  expect(phone.asked).toHaveLength(1)
  expect(added()).toMatchObject({ row: null, batch: null, saved: null, dirty: false })
})

test('what was typed is saved, and only that', async () => {
  const page = await opened()
  page().type('name', '另一公司')
  page().type('legalName', '测试')
  page().clear('adminMobile')
  page().type('legalName', '')
  expect(page()).toMatchObject({
    dirty: true,
    changed: { name: '另一公司', adminMobile: '' },
    typed: { name: '另一公司', adminMobile: '' },
  })
  phone.answers('batch.saveRow', () => ({
    row: row({ fields: { ...fields, name: '另一公司' } }),
    batch: { id: 'b_1' },
  }))
  await page().save()
  expect(phone.inputs('batch.saveRow')).toMatchObject([
    { id: 'b_1', rowId: 'r_1', fields: { name: '另一公司', adminMobile: '' } },
  ])
  expect(page()).toMatchObject({ typed: {}, dirty: false, added: false, saved: { name: '另一公司' } })
  expect(phone.given('showToast')).toEqual([{ title: expect.stringMatching(/./), icon: 'none' }])
})

test('a new row is said to be added, and another form is empty', async () => {
  const page = await opened(null)
  page().type('name', '示例公司')
  phone.answers('batch.saveRow', () => answer)
  await page().save()
  const [input] = phone.inputs('batch.saveRow')
  expect(Object.keys(input ?? {}).sort()).toEqual(['clientKey', 'fields', 'id'])
  expect(page()).toMatchObject({ added: true, row: { id: 'r_1' } })
  expect(phone.given('showToast')).toEqual([])
  // By now it is known which row it is.
  await page().load()
  expect(phone.inputs('batch.row')).toEqual([{ rowId: 'r_1' }])
  page().addMore()
  expect(page()).toMatchObject({ added: false, row: null })
})

test('a save that fails keeps what was typed', async () => {
  const page = await opened()
  page().type('name', '另一公司')
  phone.answers('batch.saveRow', () => refused('BUSY'))
  await page().save()
  expect(page()).toMatchObject({ dirty: true, failure: { kind: 'save', error: { code: 'BUSY' } } })
})

test.each([
  ['resubmit', 'batch.resolve', { id: 'b_1', rowIds: ['r_1'], decision: 'resubmit' }],
  ['cancel', 'batch.cancel', { id: 'b_1', rowIds: ['r_1'] }],
] as const)('%s is asked of the board, and the row is read again', async (kind, action, input) => {
  const page = await opened()
  phone.answers('batch.rowLink', () => ({ handoff: { kind: 'webUrl' } }))
  await page().getLink()
  expect(page().link).toEqual({ kind: 'webUrl' })
  let begun: unknown
  phone.answers(action, () => {
    begun = page().busy
    return {}
  })
  await page()[kind]()
  expect(begun).toBe(kind)
  expect(phone.inputs(action)).toEqual([input])
  expect(asked().slice(-2)).toEqual([action, 'batch.row'])
  expect(page().link).toBeNull()
})

test('a repair that was none for the vendor says why, until the next act', async () => {
  const page = await opened()
  phone.answers('batch.repair', () => ({ notCleared: [{ rowId: 'r_1', text: '不行' }] }))
  const repairing = page().repair({ ...noAdministrator, name: '测试员甲', mobile: '13800138000' })
  expect(page().busy).toBe('repair')
  await repairing
  expect(phone.inputs('batch.repair')).toMatchObject([
    { id: 'b_1', rowIds: ['r_1'], administrator: { name: '测试员甲', mobile: '13800138000' } },
  ])
  expect(page().notCleared).toBe('不行')
  phone.answers('batch.repair', () => ({ notCleared: [] }))
  await page().repair(noAdministrator)
  expect(page()).toMatchObject({ notCleared: null, failure: null })
  phone.answers('batch.repair', () => ({ notCleared: [{ rowId: 'r_1', text: '不行' }] }))
  await page().repair(noAdministrator)
  phone.answers('batch.cancel', () => refused('BUSY'))
  await page().cancel()
  expect(page()).toMatchObject({ notCleared: null, failure: { kind: 'cancel' } })
})

test('files are attached to a row and taken from it; a row that is not there yet has none, and no acts', async () => {
  const page = await opened()
  phone.answers('batch.attach', ({ fileId }: { fileId: string | null }) => ({
    row: row({ file: fileId }),
    batch: { id: 'b_1' },
  }))
  await page().attach('licence', 'cloud://1')
  expect(page().row).toMatchObject({ file: 'cloud://1' })
  await page().attach('licence', null)
  expect(phone.inputs('batch.attach')).toEqual([
    { rowId: 'r_1', kind: 'licence', fileId: 'cloud://1' },
    { rowId: 'r_1', kind: 'licence', fileId: null },
  ])
  phone.answers('batch.rowLink', () => refused('BUSY'))
  await page().getLink()
  expect(page().failure?.kind).toBe('link')
  expect(phone.inputs('batch.rowLink')).toEqual([{ rowId: 'r_1' }])
  const before = phone.asked.length
  const without = await opened(null)
  await without().attach('licence', 'cloud://1')
  for (const act of ['resubmit', 'getLink'] as const) {
    await without()[act]()
    expect([phone.asked.length, without().failure]).toEqual([before, null])
  }
})
