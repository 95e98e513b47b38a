import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'

import { useExport } from './use-export'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

const file = (name: string) => ({ name, content: 'AAAA' })
const fetch = jest.fn(async (format: string) => file(`表.${format}`))
const large = jest.fn(async () => {})
beforeEach(() => {
  phone.reset()
  fetch.mockClear()
  large.mockClear()
})

/** The page after a tap on one of the formats; null: on none. */
async function tapped(tapIndex: number | null) {
  phone.can('showActionSheet', async () => {
    if (tapIndex === null) throw new Error('cancel')
    return { tapIndex }
  })
  const page = mount(() => useExport(fetch, large))
  await page().start()
  return page
}

test('a spreadsheet opens by itself, while something is said to go on', async () => {
  const page = await tapped(0)
  expect(fetch).toHaveBeenCalledWith('xlsx')
  expect(phone.did.map(([name]) => name)).toEqual([
    'showActionSheet',
    'showLoading',
    'hideLoading',
    'openDocument',
  ])
  expect(phone.given('showActionSheet')).toMatchObject([
    { itemList: [/xlsx/i, /csv/i].map(each => expect.stringMatching(each)) },
  ])
  expect(phone.given('showLoading')).toEqual([{ title: expect.stringMatching(/./) }])
  expect(page()).toMatchObject({ busy: false, failure: null, kept: null })
})

test('a .csv is kept and offered, until it is put away', async () => {
  const page = await tapped(1)
  expect(fetch).toHaveBeenCalledWith('csv')
  expect(page().kept).toEqual({ name: '表.csv', filePath: 'user/表.csv' })
  expect([phone.given('openDocument'), phone.given('showToast')]).toEqual([[], []])
  page().close()
  expect(page().kept).toBeNull()
})

test.each([null, 2])('who taps on %s gets nothing', async tapIndex => {
  await tapped(tapIndex)
  expect(fetch).not.toHaveBeenCalled()
})

test.each([0, 1])('a phone that takes no file of format %s says so', async tapIndex => {
  phone.isFull()
  const page = await tapped(tapIndex)
  expect(phone.given('showToast')).toEqual([{ title: expect.stringMatching(/./), icon: 'none' }])
  expect(page()).toMatchObject({ failure: null, kept: null })
})

test('what is too large for an answer is made another way; every other failure is shown and put away', async () => {
  const failing = async (code: string) => {
    phone.answers('x', () => refused(code))
    const { callAction } = jest.requireActual('../../../cloud/call')
    fetch.mockImplementationOnce(() => callAction('x', {}))
    return tapped(1)
  }
  const other = await failing('RANGE_TOO_LARGE')
  expect(large).toHaveBeenCalledWith('csv')
  expect(other()).toMatchObject({ failure: null, kept: null })
  expect(phone.given('hideLoading')).toHaveLength(1)
  const page = await failing('BUSY')
  expect(large).toHaveBeenCalledTimes(1)
  expect(page().failure?.code).toBe('BUSY')
  expect(phone.given('hideLoading')).toHaveLength(2)
  page().dismiss()
  expect(page().failure).toBeNull()
})

test('a second tap while one is made asks for nothing', async () => {
  let arrive = (_found: { name: string; content: string }) => {}
  fetch.mockImplementationOnce(() => new Promise(resolve => (arrive = resolve)))
  phone.can('showActionSheet', async () => ({ tapIndex: 0 }))
  const page = mount(() => useExport(fetch, large))
  const first = page().start()
  await page.settled()
  expect(page().busy).toBe(true)
  await page().start()
  expect(phone.given('showActionSheet')).toHaveLength(1)
  arrive(file('表.xlsx'))
  await first
})
