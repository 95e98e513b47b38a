import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'

import { useConfig } from '../../../cloud/use-config'
import { useHandover } from './use-handover'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

let state: string
const view = (id: string) => ({ id, state })
beforeEach(() => {
  jest.useFakeTimers()
  phone.reset()
  state = 'waiting'
  let made = 0
  phone.answers('handover.create', () => {
    made += 1
    return { handover: view(`h_${made}`), image: `data:${made}` }
  })
  phone.answers('handover.get', ({ id }: { id: string }) => ({ handover: view(id) }))
})
afterEach(() => jest.useRealTimers())

async function opened(of: object | null = { subject: 'person' }) {
  const page = mount(() => useHandover(of && Object(of)))
  await jest.advanceTimersByTimeAsync(0)
  page()
  return page
}
const gets = () => phone.inputs('handover.get')

test('a code is made at once, and asked about every few seconds while the page is seen', async () => {
  const page = await opened()
  expect(phone.inputs('handover.create')).toMatchObject([{ subject: 'person' }])
  expect(page()).toMatchObject({ handover: { id: 'h_1' }, image: 'data:1', busy: false, failure: null })
  await jest.advanceTimersByTimeAsync(2000)
  await jest.advanceTimersByTimeAsync(3000)
  expect(gets()).toEqual([{ id: 'h_1' }, { id: 'h_1' }])
  await jest.advanceTimersByTimeAsync(8000 * 10)
  expect(gets().length).toBeGreaterThanOrEqual(12)
})

test('what happens on the phone begins the short pauses anew, and its end ends them', async () => {
  const page = await opened()
  await jest.advanceTimersByTimeAsync(2000)
  state = 'opened'
  await jest.advanceTimersByTimeAsync(3000)
  page()
  await jest.advanceTimersByTimeAsync(2000)
  expect(gets()).toHaveLength(3)
  for (const end of ['verified', 'failed', 'expired']) {
    state = end
    await page().refresh()
    page()
    const before = gets().length
    await jest.advanceTimersByTimeAsync(60_000)
    expect([end, gets().length]).toEqual([end, before])
  }
})

test('another code takes the place of the one before, of which nobody hears any more', async () => {
  const page = await opened()
  const creating = page().create()
  expect(page().busy).toBe(true)
  await page().refresh()
  expect(gets()).toEqual([])
  await creating
  expect(page()).toMatchObject({ handover: { id: 'h_2' }, image: 'data:2' })
  await phone.happens('show')
  await jest.advanceTimersByTimeAsync(0)
  expect(gets()).toEqual([{ id: 'h_2' }])
})

test('when another code cannot be made, the one before goes on', async () => {
  const page = await opened()
  phone.answers('handover.create', () => refused('BUSY'))
  await page().create()
  expect(page()).toMatchObject({ failure: { code: 'BUSY' }, image: 'data:1' })
  await page().refresh()
  expect(gets()).toEqual([{ id: 'h_1' }])
})

test('without anything to hand over nobody is asked', async () => {
  const page = await opened(null)
  await page().create()
  await page().refresh()
  await jest.advanceTimersByTimeAsync(60_000)
  expect(phone.asked.filter(([action]) => action !== 'config.get')).toEqual([])
  expect(page()).toMatchObject({ handover: null, image: '' })
})

test('the server says how often it wants to be asked', async () => {
  phone.answers('config.get', () => ({ pollSeconds: 5 }))
  const page = await opened()
  await jest.advanceTimersByTimeAsync(0)
  page()
  await jest.advanceTimersByTimeAsync(4999)
  expect(gets()).toHaveLength(0)
  await jest.advanceTimersByTimeAsync(1)
  expect(gets()).toHaveLength(1)
  // What was learned stays, and is not for the next test.
  phone.answers('config.get', () => ({}))
  mount(useConfig)().reload()
  await jest.advanceTimersByTimeAsync(0)
})
