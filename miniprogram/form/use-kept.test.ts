import { mount } from '../../test/support/hooks'
import { phone } from '../../test/support/taro'
import { useKept } from './use-kept'

jest.mock('@tarojs/taro', () => jest.requireActual('../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../test/support/hooks'))

interface Draft {
  name: string
  mobile: string
  atVendor: boolean
}
const empty: Draft = { name: '', mobile: '', atVendor: false }
/** What is sealed on the phone, by name. */
let sealed: Record<string, string>
let looks: number
beforeEach(() => {
  phone.reset()
  sealed = {}
  looks = 0
  phone.can('setStorage', async ({ key, data }: { key: string; data: string }) => {
    sealed[key] = data
  })
  phone.can('getStorage', async ({ key }: { key: string }) => {
    looks += 1
    const data = sealed[key]
    if (data === undefined) throw new Error('nothing')
    return { data }
  })
  phone.can('removeStorage', async () => ({}))
})
const holds = (what: unknown, name = 'draft') => {
  sealed[name] = JSON.stringify({ until: Date.now() + 60_000, what })
}
const kept = (name = 'draft') => sealed[name] && JSON.parse(sealed[name]).what

/** The form as it is opened, and what was typed in again. */
async function opened(draft: Partial<Draft> = {}, invitation: string | null = null) {
  const given = { draft: { ...empty, ...draft }, invitation, name: 'draft' }
  const typed: object[] = []
  const page = mount(() =>
    useKept(given.name, given.invitation, empty, given.draft, texts => typed.push(texts)),
  )
  await page.settled()
  return { given, page, typed }
}

test('what was typed is sealed when a field is left and when the app goes, without what is chosen', async () => {
  const { given, page } = await opened()
  given.draft = { name: '测试员甲', mobile: '', atVendor: true }
  page()()
  expect(kept()).toEqual({ invitation: null, texts: { name: '测试员甲' } })
  given.draft = { name: '测试员甲', mobile: '138', atVendor: true }
  page()
  await phone.happens('hide')
  expect(kept()).toEqual({ invitation: null, texts: { name: '测试员甲', mobile: '138' } })
})

test('of an untouched form nothing is kept', async () => {
  const { given, page } = await opened()
  page()()
  given.draft = { ...empty, atVendor: true }
  page()()
  expect(phone.given('setStorage')).toEqual([])
})

test('it is typed in again into a form nobody has touched', async () => {
  holds({ invitation: 'T', texts: { name: '测试员甲', mobile: '138' } })
  const { typed } = await opened({ atVendor: true }, 'T')
  expect(typed).toEqual([{ name: '测试员甲', mobile: '138' }])
})

test('but not into one that was touched, before or meanwhile', async () => {
  holds({ invitation: null, texts: { name: '测试员甲' } })
  expect((await opened({ mobile: '1' })).typed).toEqual([])
  expect(looks).toBe(0)
  const typed: object[] = []
  const given = { draft: empty }
  const page = mount(() => useKept('draft', null, empty, given.draft, texts => typed.push(texts)))
  page()
  given.draft = { ...empty, name: '乙' }
  await page.settled()
  expect([looks, typed]).toEqual([1, []])
})

test.each([
  ['of another invitation', { invitation: 'T', texts: { name: '甲' } }],
  ['of no form', null],
  ['without texts', { invitation: null }],
  ['with texts that are none', { invitation: null, texts: null }],
  ['with texts that are a text', { invitation: null, texts: '甲' }],
])('what is kept %s is not typed in', async (_, what) => {
  holds(what)
  expect((await opened()).typed).toEqual([])
})

test('an older version may have kept other fields', async () => {
  holds({ invitation: null, texts: { name: '甲', mobile: 138, atVendor: 'yes', gone: '乙' } })
  expect((await opened()).typed).toEqual([{ name: '甲' }])
})

test('another form, or another invitation, has its own', async () => {
  holds({ invitation: 'T', texts: { name: '甲' } }, 'other')
  const { given, page, typed } = await opened()
  given.name = 'other'
  await page.settled()
  expect(typed).toEqual([])
  given.invitation = 'T'
  await page.settled()
  expect(typed).toEqual([{ name: '甲' }])
  given.draft = { ...empty, name: '乙' }
  page()()
  expect(kept('other')).toEqual({ invitation: 'T', texts: { name: '乙' } })
})
