import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'

import { useOperators } from './use-operators'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

const owner = { id: 'o_1', role: 'owner', label: '测试员甲', self: true }
const other = { id: 'o_2', role: 'viewer', label: '测试员乙', self: false }
const waiting = { id: 'i_1', role: 'operator', label: '测试员丙', expiresAt: 1 }
let listing: { operators: object[]; open: object[] }
beforeEach(() => {
  phone.reset()
  listing = { operators: [owner, other], open: [waiting] }
  phone.answers('operator.list', () => listing)
})

async function opened() {
  const page = mount(useOperators)
  expect(page()).toMatchObject({ listing: null, lost: null, invited: null })
  await page().load()
  expect(page().listing).toEqual(listing)
  return page
}
const told = () => phone.given('showToast')

test('the code of an invitation is shown, and who was invited stands in the list at once', async () => {
  const page = await opened()
  phone.answers('operator.invite', () => ({ id: 'i_2', code: '123456', expiresAt: 2 }))
  await page().invite('viewer', '测试员丁')
  expect(phone.inputs('operator.invite')).toMatchObject([{ role: 'viewer', label: '测试员丁' }])
  expect(page().invited).toEqual({
    id: 'i_2',
    code: '123456',
    expiresAt: 2,
    role: 'viewer',
    label: '测试员丁',
  })
  expect(page().listing).toEqual({
    ...listing,
    open: [waiting, { id: 'i_2', role: 'viewer', label: '测试员丁', expiresAt: 2 }],
  })
  expect(phone.inputs('operator.list')).toHaveLength(1)
  page().closeInvited()
  expect(page().invited).toBeNull()
})

test('an invitation taken back is gone with its code; of another one the code stays', async () => {
  const page = await opened()
  phone.answers('operator.invite', () => ({ id: 'i_2', code: '123456', expiresAt: 2 }))
  phone.answers('operator.withdraw', () => ({ ...listing, open: [] }))
  await page().invite('viewer', '')
  await page().withdraw(Object(waiting))
  expect(phone.inputs('operator.withdraw')).toEqual([{ id: 'i_1' }])
  expect(page()).toMatchObject({ listing: { open: [] }, invited: { id: 'i_2' } })
  await page().withdraw(Object({ ...waiting, id: 'i_2' }))
  expect(page().invited).toBeNull()
  expect(phone.inputs('operator.list')).toHaveLength(1)
})

test('one that was used or taken back meanwhile: that is said otherwise, and the list is loaded', async () => {
  const page = await opened()
  phone.answers('operator.withdraw', () => listing)
  await page().withdraw(Object(waiting))
  phone.answers('operator.withdraw', () => refused('NOT_FOUND'))
  await page().withdraw(Object(waiting))
  expect(phone.inputs('operator.list')).toHaveLength(2)
  expect(page().failure).toBeNull()
  const [done, gone] = told()
  for (const each of [done, gone]) expect(each).toEqual({ title: expect.stringMatching(/./), icon: 'none' })
  expect(gone).not.toEqual(done)
})

test('somebody removed is gone from the list; who removes oneself leaves the page', async () => {
  const page = await opened()
  phone.answers('operator.remove', () => ({ operators: [owner], open: [] }))
  await page().remove(Object(other))
  expect(phone.inputs('operator.remove')).toEqual([{ id: 'o_2' }])
  expect(page().listing?.operators).toEqual([owner])
  phone.can('getCurrentPages', () => [{}, {}])
  await page().remove(Object(owner))
  expect(phone.given('navigateBack')).toHaveLength(1)
  const [removed, left] = told()
  for (const each of [removed, left])
    expect(each).toEqual({ title: expect.stringMatching(/./), icon: 'none' })
  expect(left).not.toEqual(removed)
  phone.answers('operator.remove', () => refused('NOT_FOUND'))
  await page().remove(Object(other))
  expect(phone.inputs('operator.list')).toHaveLength(2)
})

test('what goes wrong is said of whom it was about, until the next load', async () => {
  const page = await opened()
  phone.answers('operator.remove', () => refused('LAST_OWNER'))
  phone.answers('operator.withdraw', () => refused('BUSY'))
  await page().remove(Object(owner))
  expect(page()).toMatchObject({ failure: { kind: 'remove o_1', error: { code: 'LAST_OWNER' } }, lost: null })
  await page().withdraw(Object(waiting))
  expect(page().failure?.kind).toBe('withdraw i_1')
  phone.answers('operator.invite', () => refused('BUSY'))
  await page().invite('viewer', '')
  expect(page().failure?.kind).toBe('invite')
  expect([told(), page().invited]).toEqual([[], null])
  await page().load()
  expect(page().failure).toBeNull()
})

test('who is no owner any more sees that of the whole page, and who cannot load sees why', async () => {
  const page = await opened()
  phone.answers('operator.invite', () => refused('FORBIDDEN'))
  await page().invite('viewer', '')
  expect(page().lost?.code).toBe('FORBIDDEN')
  phone.answers('operator.list', () => refused('NETWORK'))
  await page().load()
  expect(page().lost?.code).toBe('NETWORK')
})

test('who is invited before anything was listed makes no list', async () => {
  const page = mount(useOperators)
  phone.answers('operator.invite', () => ({ id: 'i_2', code: '123456', expiresAt: 2 }))
  await page().invite('viewer', '')
  expect(page().listing).toBeNull()
})
