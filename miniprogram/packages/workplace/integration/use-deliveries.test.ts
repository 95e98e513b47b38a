import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'
import { useDeliveries } from './use-deliveries'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

beforeEach(() => {
  phone.reset()
  phone.answers('delivery.list', ({ endpointId = 'all' }: { endpointId?: string }) => ({
    items: [{ id: `of ${endpointId}` }],
    nextCursor: null,
  }))
})

async function opened() {
  const page = mount(useDeliveries)
  await page().pages.refresh()
  return page
}

test('those of all endpoints, and of the one that is chosen', async () => {
  const page = await opened()
  expect(phone.inputs('delivery.list')).toEqual([{ limit: 20 }])
  expect(page()).toMatchObject({ of: 'all', pages: { items: [{ id: 'of all' }] } })
  page().choose('w_1')
  expect((await page.settled()).pages.items).toEqual([{ id: 'of w_1' }])
  expect(phone.inputs('delivery.list')[1]).toEqual({ limit: 20, endpointId: 'w_1' })
})

test.each([null, 'NOT_FOUND'])(
  'what is sent again is in the list anew, also when it is gone: %s',
  async code => {
    const page = await opened()
    let begun: unknown
    phone.answers('delivery.replay', () => {
      begun = page().busy
      return code ? refused(code) : {}
    })
    await page().replay(Object({ id: 'd_1' }))
    expect(begun).toBe('replay d_1')
    expect(phone.inputs('delivery.replay')).toMatchObject([{ id: 'd_1' }])
    expect(phone.inputs('delivery.list')).toHaveLength(2)
    expect(page().failure).toBeNull()
  },
)

test('what cannot be sent again or listed is said', async () => {
  const page = await opened()
  phone.answers('delivery.replay', () => refused('BUSY'))
  await page().replay(Object({ id: 'd_1' }))
  expect(page().failure).toMatchObject({ kind: 'replay d_1', error: { code: 'BUSY' } })
  phone.answers('delivery.list', () => refused('NETWORK'))
  await page().pages.refresh()
  expect(page().lost?.code).toBe('NETWORK')
})
