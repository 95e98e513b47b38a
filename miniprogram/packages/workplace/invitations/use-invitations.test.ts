import { mount } from '../../../../test/support/hooks'
import { phone } from '../../../../test/support/taro'

import { useInvitations } from './use-invitations'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

beforeEach(() => {
  jest.useFakeTimers()
  phone.reset()
  phone.answers('invitation.list', () => ({ items: [{ id: 'i_1' }], nextCursor: null }))
})
afterEach(() => jest.useRealTimers())

/** So many ms pass on the page of the invitations. */
async function passed(page: () => unknown, ms: number) {
  page()
  await jest.advanceTimersByTimeAsync(ms)
  page()
  await jest.advanceTimersByTimeAsync(0)
}
const asked = () => phone.inputs('invitation.list')

test('all of them first, of one campaign only those', async () => {
  const all = mount(() => useInvitations(undefined))
  await all().refresh()
  expect(all()).toMatchObject({ items: [{ id: 'i_1' }], filtered: false })
  const some = mount(() => useInvitations('c_1'))
  await some().refresh()
  expect(some().filtered).toBe(false)
  expect(asked()).toStrictEqual([{ limit: 20 }, { limit: 20, campaignId: 'c_1' }])
})

test('what narrows the list is asked for, what does not is left out', async () => {
  const page = mount(() => useInvitations(undefined))
  await page().refresh()
  page().change({ state: 'pending' as never })
  await passed(page, 0)
  expect(page()).toMatchObject({ filtered: true, filters: { text: '', state: 'pending', subject: 'all' } })
  page().change({ state: 'all', subject: 'person' })
  await passed(page, 0)
  expect(page().filtered).toBe(true)
  page().change({ subject: 'all' })
  await passed(page, 0)
  expect(page().filtered).toBe(false)
  expect(asked().slice(1)).toEqual([
    { limit: 20, state: 'pending' },
    { limit: 20, subject: 'person' },
    { limit: 20 },
  ])
})

test('what is typed is looked for once nothing was typed for half a second', async () => {
  const page = mount(() => useInvitations(undefined))
  await page().refresh()
  for (const text of ['测', '测试', ' 测试员 ']) {
    page().change({ text })
    await passed(page, 499)
  }
  expect(asked()).toHaveLength(1)
  expect(page()).toMatchObject({ filtered: false, filters: { text: ' 测试员 ' } })
  await passed(page, 1)
  expect(asked()[1]).toEqual({ limit: 20, text: '测试员' })
  expect(page().filtered).toBe(true)
  page.unmount()
  expect(jest.getTimerCount()).toBe(0)
})
