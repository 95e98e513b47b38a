import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'

import { useOutline } from './use-outline'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

const config = Object({
  vendors: [
    { id: 'one', outline: true },
    { id: 'two', outline: false },
  ],
})
const view = { id: 'v_1', vendor: 'one', state: 'processing', updatedAt: 1 }
beforeEach(() => {
  phone.reset()
  phone.answers('verification.outline', ({ id }: { id: string }) => ({ outline: { of: id } }))
})

/** The picture, of what is given then. */
function drawn(own: object | null = {}, known: typeof config | null = config) {
  const given = { view: own && Object({ ...view, ...own }), asked: 0 }
  return { given, page: mount(() => useOutline(given.view, known, given.asked)) }
}
const times = () => phone.asked.length

test('the picture is asked for once, and again when something has changed or somebody asks', async () => {
  const { given, page } = drawn()
  expect(await page.settled()).toMatchObject({ outline: { of: 'v_1' }, failed: false })
  expect(phone.asked).toEqual([['verification.outline', { id: 'v_1' }]])
  given.view = { ...view, updatedAt: 2 }
  await page.settled()
  expect(times()).toBe(2)
  given.asked = 1
  await page.settled()
  expect(times()).toBe(3)
  await phone.happens('show')
  await page.settled()
  expect(times()).toBe(4)
  page().load()
  await page.settled()
  expect(times()).toBe(5)
})

test('what was seen before stays when it cannot be asked for', async () => {
  const { page } = drawn()
  await page.settled()
  phone.answers('verification.outline', () => refused('BUSY'))
  page().load()
  expect(await page.settled()).toMatchObject({ outline: { of: 'v_1' }, failed: true })
})

test.each([
  ['nothing is known', null, config],
  ['the vendor draws none', { vendor: 'two' }, config],
  ['nobody knows the vendor', { vendor: 'three' }, config],
  ['nothing is there yet', { state: 'created' }, config],
  ['nobody knows whether anything is there', { state: 'indeterminate' }, config],
  ['there are no settings', {}, null],
])('when %s nobody is asked', async (_, own, known) => {
  const { page } = drawn(own, known)
  expect(await page.settled()).toMatchObject({ outline: null, failed: false })
  await phone.happens('show')
  expect(times()).toBe(0)
})
