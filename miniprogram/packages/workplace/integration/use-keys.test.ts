import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'
import { useKeys } from './use-keys'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

const key = (id: string) => ({ id: `k_${id}`, label: id })
let keys: object[]
beforeEach(() => {
  phone.reset()
  keys = [key('1')]
  phone.answers('apiKey.list', () => ({ keys }))
})

async function opened() {
  const page = mount(useKeys)
  await page().load()
  return page
}

test('the keys are there once they were asked for', async () => {
  const page = mount(useKeys)
  expect(page()).toMatchObject({ keys: null, lost: null, made: null })
  await page().load()
  expect(page()).toMatchObject({ keys, lost: null })
})

test('a new key is shown once, and the list is asked for again', async () => {
  const page = await opened()
  phone.answers('apiKey.create', () => {
    keys = [key('1'), key('2')]
    return { key: 'rnk_secret' }
  })
  await page().make('ERP', ['read'], 90)
  expect(phone.inputs('apiKey.create')).toMatchObject([{ label: 'ERP', scopes: ['read'], days: 90 }])
  expect(page()).toMatchObject({ keys, made: { label: 'ERP', key: 'rnk_secret' } })
  page().closeMade()
  expect(page().made).toBeNull()
})

test('of a key that is taken back the rest stays, also when somebody else was faster', async () => {
  const page = await opened()
  phone.answers('apiKey.revoke', () => ({ keys: [] }))
  await page().revoke(Object(key('1')))
  expect(phone.inputs('apiKey.revoke')).toEqual([{ id: 'k_1' }])
  expect(page().keys).toEqual([])
  expect(phone.inputs('apiKey.list')).toHaveLength(1)
  phone.answers('apiKey.revoke', () => refused('NOT_FOUND'))
  await page().revoke(Object(key('1')))
  expect(page()).toMatchObject({ keys, failure: null })
})

test('what went wrong is said of the key it went wrong with, until the list is loaded anew', async () => {
  const page = await opened()
  let begun: unknown
  phone.answers('apiKey.revoke', () => {
    begun = page().busy
    return refused('BUSY')
  })
  await page().revoke(Object(key('1')))
  expect(begun).toBe('revoke k_1')
  expect(page()).toMatchObject({ failure: { kind: 'revoke k_1', error: { code: 'BUSY' } }, lost: null })
  await page().load()
  expect(page().failure).toBeNull()
  phone.answers('apiKey.create', () => refused('BUSY'))
  await page().make('ERP', ['read'], null)
  expect(page().failure?.kind).toBe('make')
})

test('who is no owner any more sees that of the whole page, and who cannot load sees why', async () => {
  const page = await opened()
  phone.answers('apiKey.create', () => refused('FORBIDDEN'))
  await page().make('ERP', ['read'], null)
  expect(page().lost?.code).toBe('FORBIDDEN')
  phone.answers('apiKey.list', () => refused('NETWORK'))
  await page().load()
  expect(page().lost?.code).toBe('NETWORK')
})
