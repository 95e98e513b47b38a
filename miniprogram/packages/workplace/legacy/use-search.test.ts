import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'

import { useSearch } from './use-search'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

beforeEach(() => phone.reset())
const items = (from: number, n: number) => Array.from({ length: n }, (_, at) => ({ name: `${from + at}` }))

test('page after page, as far as the vendor has told', async () => {
  const page = mount(useSearch)
  expect(page()).toMatchObject({ found: null, busy: null, failure: null })
  phone.answers('legacyInvitations.search', ({ offset }: { offset: number }) => ({
    items: items(offset, offset === 0 ? 20 : 5),
    total: 25,
  }))
  await page().search('123')
  expect(page().found).toEqual({ id: '123', items: items(0, 20), total: 25, hasMore: true })
  await page().more()
  expect(page().found).toEqual({ id: '123', items: items(0, 25), total: 25, hasMore: false })
  expect(phone.inputs('legacyInvitations.search')).toEqual([
    { invitationId: '123', offset: 0, size: 20 },
    { invitationId: '123', offset: 20, size: 20 },
  ])
})

test('an empty page ends it, whatever the vendor says of the total', async () => {
  const page = mount(useSearch)
  phone.answers('legacyInvitations.search', () => ({ items: [], total: 25 }))
  await page().search('123')
  expect(page().found).toMatchObject({ items: [], hasMore: false })
})

test('an id the vendor does not know has none; one that is lost between two pages is a failure', async () => {
  const page = mount(useSearch)
  phone.answers('legacyInvitations.search', () => refused('NOT_FOUND'))
  await page().search('123')
  expect(page()).toMatchObject({ found: { id: '123', items: [], total: 0, hasMore: false }, failure: null })
  phone.answers('legacyInvitations.search', () => ({ items: items(0, 20), total: 25 }))
  await page().search('123')
  phone.answers('legacyInvitations.search', () => refused('NOT_FOUND'))
  await page().more()
  expect(page()).toMatchObject({
    found: { total: 25 },
    failure: { kind: 'more', error: { code: 'NOT_FOUND' } },
  })
})

test('a search that fails has found nothing, and its failure can be put away', async () => {
  const page = mount(useSearch)
  phone.answers('legacyInvitations.search', () => ({ items: items(0, 1), total: 1 }))
  await page().search('123')
  phone.answers('legacyInvitations.search', () => refused('NETWORK'))
  await page().search('124')
  expect(page()).toMatchObject({ found: null, failure: { kind: 'search', error: { code: 'NETWORK' } } })
  page().dismiss()
  expect(page().failure).toBeNull()
  await page().more()
  expect([phone.inputs('legacyInvitations.search').length, page().failure]).toEqual([2, null])
})
