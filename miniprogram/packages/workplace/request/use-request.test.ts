import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'

import type { Deed } from './request'
import { useRequest } from './use-request'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

const subject = { id: 'v_1', kind: 'person', name: '测***', contact: '138****0000' } as const
const wish = (deed: Deed) => ({ subject, deed, ground: 'person', reference: 'R-1' }) as const
const asked = { about: { verification: 'v_1' }, reference: 'R-1', ground: 'person' }
beforeEach(() => {
  phone.reset()
  phone.answers('workplace.verifications', () => ({
    items: [{ id: 'v_1', maskedName: '测***', maskedContact: '138****0000' }],
  }))
  phone.answers('invitation.list', () => ({
    items: [{ id: 'i_1', maskedName: '测***', maskedContact: '138****0000' }],
  }))
})

async function opened() {
  const page = mount(() => useRequest())
  await page().find(' 测试员甲 ')
  return page
}

test('who it may be about is looked for among verifications and invitations', async () => {
  const page = await opened()
  expect(phone.asked).toEqual([
    ['workplace.verifications', { text: '测试员甲', limit: 10 }],
    ['invitation.list', { text: '测试员甲', limit: 10 }],
  ])
  expect(page().found).toEqual([subject, { ...subject, id: 'i_1', kind: 'invited' }])
})

test('who comes from a row of a batch finds its administrator, and may look for somebody else', async () => {
  phone.answers('batch.row', () => ({
    row: { id: 'b_1_1', name: '示例公司', fields: { adminName: '测试员乙', adminMobile: '139****0000' } },
  }))
  const page = mount(() => useRequest('b_1_1'))
  await page.settled()
  expect(phone.asked).toEqual([['batch.row', { rowId: 'b_1_1' }]])
  expect(page().found).toMatchObject([{ kind: 'row', name: '测试员乙', company: '示例公司' }])
  await page().find('测试员甲')
  expect(page().found).toHaveLength(2)
})

test('a row that cannot be read says so, and is read again until somebody else is looked for', async () => {
  phone.answers('batch.row', () => refused('NOT_FOUND'))
  const page = mount(() => useRequest('b_1_1'))
  await page.settled()
  expect(page()).toMatchObject({ found: null, failure: { kind: 'find', error: { code: 'NOT_FOUND' } } })
  await page().findRow?.()
  expect(phone.asked).toHaveLength(2)
  phone.answers('batch.row', () => ({ row: { id: 'b_1_1', name: '示例公司', fields: null } }))
  await page().findRow?.()
  expect(page()).toMatchObject({ found: [{ kind: 'row' }], failure: null, findRow: null })
  phone.answers('workplace.verifications', () => refused('INTERNAL'))
  await page().find('测试员甲')
  expect(page()).toMatchObject({ found: null, failure: { kind: 'find' }, findRow: null })
})

test('once something was done for the administrator of the row there is nothing to read again', async () => {
  const row = { id: 'b_1_1', name: '示例公司', fields: { adminName: '测试员乙', adminMobile: '139****0000' } }
  phone.answers('batch.row', () => ({ row }))
  phone.answers('request.withdraw', () => ({ stopped: 1 }))
  const page = mount(() => useRequest('b_1_1'))
  await page.settled()
  const [subject] = page().found ?? []
  if (!subject) throw new Error('nobody')
  await page().act({ deed: 'withdraw', subject, reference: 'R-1', ground: 'person' })
  expect(page()).toMatchObject({ found: null, done: expect.any(String), findRow: null })
})

test('where no row was come from there is none to read', async () => {
  const page = mount(() => useRequest())
  await page.settled()
  expect([phone.asked, page().findRow]).toEqual([[], null])
})

test('for nothing nobody is asked', async () => {
  const page = mount(() => useRequest())
  await page().find('  ')
  expect([phone.asked, page().found]).toEqual([[], null])
})

test.each([
  ['withdraw', { stopped: 2 }, '2'],
  ['erase', { erased: 3 }, '3'],
] as const)('%s is done with a confirmation, and what was done is said', async (deed, answer, n) => {
  const page = await opened()
  phone.answers(`request.${deed}`, () => answer)
  await page().act(wish(deed))
  expect(phone.inputs(`request.${deed}`)).toEqual([{ ...asked, confirmed: true }])
  expect(page()).toMatchObject({ found: null, copy: null, openCopy: null, failure: null })
  expect(page().done).toContain(n)
  await page().find('测试员甲')
  expect(page().done).toBeNull()
})

test('a copy is kept on the phone and shown, closed and opened again', async () => {
  const page = await opened()
  phone.answers('request.copy', () => ({ name: '副本.xlsx', content: '' }))
  await page().act(wish('copy'))
  expect(phone.inputs('request.copy')).toEqual([asked])
  expect(page()).toMatchObject({ found: null, copy: { name: '副本.xlsx', filePath: 'user/副本.xlsx' } })
  expect(page().done).toMatch(/./)
  page().closeCopy()
  expect(page().copy).toBeNull()
  page().openCopy?.()
  expect(page().copy?.name).toBe('副本.xlsx')
})

test('a phone that takes no file says so: nothing was done', async () => {
  const page = await opened()
  phone.isFull()
  phone.answers('request.copy', () => ({ name: '副本.xlsx', content: '' }))
  await page().act(wish('copy'))
  expect(page()).toMatchObject({ copy: null, openCopy: null, done: null })
  expect(page().found).toHaveLength(2)
  expect(phone.given('showToast')).toEqual([{ title: expect.stringMatching(/./), icon: 'none' }])
})

test('what fails leaves what was found, and says of what it was', async () => {
  const page = await opened()
  phone.answers('request.erase', () => refused('BUSY'))
  await page().act(wish('erase'))
  expect(page()).toMatchObject({ failure: { kind: 'act', error: { code: 'BUSY' } }, done: null })
  expect(page().found).toHaveLength(2)
  phone.answers('invitation.list', () => refused('NETWORK'))
  await page().find('测试员甲')
  expect(page()).toMatchObject({ failure: { kind: 'find' }, found: null })
})
