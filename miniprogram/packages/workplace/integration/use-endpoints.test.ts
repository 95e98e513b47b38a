import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'
import { useEndpoints } from './use-endpoints'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

const endpoint = (id: string) => ({ id, url: `https://${id}.example/hook` })
const one = Object(endpoint('w_1'))
let endpoints: object[]
beforeEach(() => {
  phone.reset()
  endpoints = [endpoint('w_1')]
  phone.answers('endpoint.list', () => ({ endpoints }))
})

async function opened() {
  const page = mount(useEndpoints)
  expect(page().endpoints).toBeNull()
  await page().load()
  expect(page()).toMatchObject({ endpoints, lost: null, made: null })
  return page
}
const lists = () => phone.inputs('endpoint.list').length

test('the secret of a new one, and of one whose secret is changed, is shown this once', async () => {
  const page = await opened()
  phone.answers('endpoint.create', () => ({ endpoint: endpoint('w_2'), secret: 'whsec_new' }))
  await page().add('https://w_2.example/hook', ['batch.finished'])
  expect(phone.inputs('endpoint.create')).toMatchObject([
    { url: 'https://w_2.example/hook', types: ['batch.finished'] },
  ])
  expect(page().made).toEqual({ url: 'https://w_2.example/hook', secret: 'whsec_new' })
  expect(lists()).toBe(2)
  page().closeMade()
  expect(page().made).toBeNull()
  phone.answers('endpoint.rotate', () => ({ endpoint: endpoint('w_1'), secret: 'whsec_other' }))
  await page().rotate(one)
  expect(phone.inputs('endpoint.rotate')).toMatchObject([{ id: 'w_1' }])
  expect(page().made).toEqual({ url: 'https://w_1.example/hook', secret: 'whsec_other' })
  expect(lists()).toBe(2)
})

test('switching and removing leave the rest the server tells, without another question', async () => {
  const page = await opened()
  phone.answers('endpoint.switch', () => ({ endpoints: [endpoint('w_1'), endpoint('w_3')] }))
  await page().turn(one, false)
  expect(phone.inputs('endpoint.switch')).toEqual([{ id: 'w_1', active: false }])
  expect(page().endpoints).toHaveLength(2)
  phone.answers('endpoint.remove', () => ({ endpoints: [] }))
  await page().remove(one)
  expect(phone.inputs('endpoint.remove')).toEqual([{ id: 'w_1' }])
  expect(page().endpoints).toEqual([])
  expect(lists()).toBe(1)
})

test('a trial is said to be on its way', async () => {
  const page = await opened()
  phone.answers('endpoint.test', () => ({}))
  await page().test(one)
  expect(phone.inputs('endpoint.test')).toMatchObject([{ id: 'w_1' }])
  expect(phone.given('showToast')).toEqual([{ title: expect.stringMatching(/./), icon: 'none' }])
  expect(lists()).toBe(1)
})

test.each(['rotate', 'switch', 'remove', 'test'] as const)(
  'one that somebody has removed meanwhile: after %s the list is asked for, and that is all',
  async kind => {
    const page = await opened()
    phone.answers(`endpoint.${kind}`, () => refused('NOT_FOUND'))
    endpoints = []
    const { rotate, turn, remove, test } = page()
    await { rotate, switch: (each: typeof one) => turn(each, true), remove, test }[kind](one)
    expect(page()).toMatchObject({ endpoints: [], failure: null, made: null })
    expect(phone.given('showToast')).toEqual([])
  },
)

test.each(['add', 'rotate', 'switch', 'remove', 'test'] as const)(
  'what goes wrong at %s is said of it until the next load; who is no owner any more sees it of the page',
  async kind => {
    const page = await opened()
    const act = () => {
      const { add, rotate, turn, remove, test } = page()
      if (kind === 'add') return add('https://a.example', null)
      return { rotate, switch: (each: typeof one) => turn(each, true), remove, test }[kind](one)
    }
    const action = `endpoint.${kind === 'add' ? 'create' : kind}`
    phone.answers(action, () => refused('BUSY'))
    await act()
    expect(page()).toMatchObject({
      failure: { kind: kind === 'add' ? 'add' : `${kind} w_1`, error: { code: 'BUSY' } },
      lost: null,
    })
    await page().load()
    expect(page().failure).toBeNull()
    phone.answers(action, () => refused('FORBIDDEN'))
    await act()
    expect(page().lost?.code).toBe('FORBIDDEN')
  },
)

test('why the list cannot be had', async () => {
  const page = await opened()
  phone.answers('endpoint.list', () => refused('NETWORK'))
  await page().load()
  expect(page().lost?.code).toBe('NETWORK')
})
