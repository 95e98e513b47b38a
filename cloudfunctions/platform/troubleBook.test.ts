import { createMemoryStore } from '../../test/support/memory-store'
import { createTroubleBook } from './cloudTroubleBook'
import { createOwnBook } from './troubleBook'

const trouble = { weight: 3, notBefore: 5000, pause: 4000, until: 9000, trying: false }

test.each([
  ['of one instance', createOwnBook],
  ['of all', () => createTroubleBook(createMemoryStore(), 'ess')],
])('a page %s keeps all of what is written, and what nobody changes', async (_what, open) => {
  const book = open()
  expect(await book.read()).toBeNull()
  expect(await book.change(() => null)).toEqual({ now: null, changed: false })
  expect(await book.change(() => trouble)).toEqual({ now: trouble, changed: true })
  expect(await book.change(() => null)).toEqual({ now: trouble, changed: false })
  expect(await book.read()).toEqual(trouble)
})

test('what stands there without the rest holds nobody up', async () => {
  const store = createMemoryStore()
  await store.insert('counters', { _id: 'trouble:ess', version: 1, value: 2 })
  expect(await createTroubleBook(store, 'ess').read()).toEqual({
    weight: 2,
    notBefore: 0,
    pause: 0,
    until: 0,
    trying: false,
  })
})

test('vendors have pages of their own', async () => {
  const store = createMemoryStore()
  await createTroubleBook(store, 'ess').change(() => trouble)
  expect(await createTroubleBook(store, 'esign').read()).toBeNull()
})
