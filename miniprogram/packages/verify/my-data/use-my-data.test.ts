import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'

import { useMyData } from './use-my-data'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

let kept: object[]
beforeEach(() => {
  phone.reset()
  kept = [{ kind: 'verification' }]
  phone.answers('myData.see', () => ({ kept }))
})
async function opened() {
  const page = mount(useMyData)
  await page().look()
  expect(page()).toMatchObject({ data: { kept }, lost: null, failure: null, busy: null, copy: null })
  return page
}

test.each([
  ['withdraw', { vendor: 'one', confirmed: true }],
  ['erase', { confirmed: true }],
] as const)('%s is confirmed, said, and seen', async (deed, input) => {
  const page = await opened()
  let begun: unknown
  phone.answers(`myData.${deed}`, () => {
    begun = page().busy
    kept = []
    return {}
  })
  await page()[deed]('one' as never)
  expect([begun, phone.inputs(`myData.${deed}`)]).toEqual([deed, [input]])
  expect(page().data).toEqual({ kept: [] })
  expect(phone.given('showToast')).toEqual([{ title: expect.stringMatching(/./), icon: 'none' }])
})

test('the two say different things when they are done, and nothing when they are not', async () => {
  const page = await opened()
  for (const deed of ['withdraw', 'erase'] as const) {
    phone.answers(`myData.${deed}`, () => ({}))
    await page()[deed]('one' as never)
    phone.answers(`myData.${deed}`, () => refused('BUSY'))
    await page()[deed]('one' as never)
    expect(page().failure?.code).toBe('BUSY')
  }
  const told = phone.given('showToast')
  expect([told.length, new Set(told.map(each => JSON.stringify(each))).size]).toEqual([2, 2])
  expect(phone.inputs('myData.see')).toHaveLength(3)
})

test('a copy is kept on the phone and offered; where there is no room that is said', async () => {
  const page = await opened()
  phone.answers('myData.copy', () => ({ name: '我的信息.xlsx', content: '' }))
  const taking = page().takeCopy()
  expect(page().busy).toBe('copy')
  await taking
  expect(page().copy).toEqual({ name: '我的信息.xlsx', filePath: 'user/我的信息.xlsx' })
  expect(phone.given('showToast')).toEqual([])
  page().closeCopy()
  expect(page().copy).toBeNull()
  phone.isFull()
  await page().takeCopy()
  expect([page().copy, phone.given('showToast').length]).toEqual([null, 1])
  expect(phone.given('showToast')).toEqual([{ title: expect.stringMatching(/./), icon: 'none' }])
  phone.answers('myData.copy', () => refused('BUSY'))
  await page().takeCopy()
  expect(page().failure?.code).toBe('BUSY')
})

test('why nothing can be seen', async () => {
  phone.answers('myData.see', () => refused('NETWORK'))
  const page = mount(useMyData)
  await page().look()
  expect(page()).toMatchObject({ data: null, lost: { code: 'NETWORK' } })
})
