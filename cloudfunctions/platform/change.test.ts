import { createMemoryStore, type MemoryStore } from '../../test/support/memory-store'
import { ActionError } from '../domain/errors'
import { change, changeOrBegin } from './change'

let store: MemoryStore
beforeEach(async () => {
  store = createMemoryStore()
  await store.insert('counters', { _id: 'c', version: 1, value: 0 })
})

test('of twenty that count at once none is lost', async () => {
  await Promise.all(
    Array.from({ length: 20 }, () => change(store, 'counters', 'c', ({ value }) => ({ value: value + 1 }))),
  )
  expect(await store.get('counters', 'c')).toEqual({ _id: 'c', version: 21, value: 20 })
})

test('it answers with the document as it is, and whether this call has written it', async () => {
  expect(await change(store, 'counters', 'c', () => ({ value: 7 }))).toEqual({
    document: { _id: 'c', version: 2, value: 7 },
    changed: true,
  })
  expect(await change(store, 'counters', 'c', () => null)).toEqual({
    document: { _id: 'c', version: 2, value: 7 },
    changed: false,
  })
  const never = () => {
    throw new Error('decided about nothing')
  }
  expect(await change(store, 'counters', 'missing', never)).toEqual({ document: null, changed: false })
})

test('what the caller has read is not read again, unless somebody was first', async () => {
  const known = await store.get('counters', 'c')
  let reads = 0
  const get = (async (...given: Parameters<typeof store.get>) => {
    reads += 1
    return store.get(...given)
  }) as typeof store.get
  const count = () => change({ ...store, get }, 'counters', 'c', ({ value }) => ({ value: value + 1 }), known)
  expect(await count()).toEqual({ document: { _id: 'c', version: 2, value: 1 }, changed: true })
  expect(reads).toBe(0)
  // `known` is out of date by now.
  expect(await count()).toEqual({ document: { _id: 'c', version: 3, value: 2 }, changed: true })
  expect(reads).toBe(1)
})

test('who loses every race is told so after a fixed number of them', async () => {
  let races = 0
  const lost = change(store, 'counters', 'c', async ({ version }) => {
    races += 1
    await store.replace('counters', 'c', version, {})
    return { value: 1 }
  })
  await expect(lost).rejects.toEqual(new ActionError('BUSY'))
  expect(races).toBe(25)
})

test('of twenty that begin a document and go on with it, none is lost', async () => {
  const more = (before: { value: number } | null) => ({ value: (before?.value ?? 0) + 1 })
  await Promise.all(Array.from({ length: 20 }, () => changeOrBegin(store, 'counters', 'new', more)))
  expect(await store.get('counters', 'new')).toEqual({ _id: 'new', version: 20, value: 20 })
})

test('nothing is begun when nothing is decided', async () => {
  expect(await changeOrBegin(store, 'counters', 'none', () => null)).toEqual({
    document: null,
    changed: false,
  })
  expect(await store.get('counters', 'none')).toBeNull()
})

test('it answers with what was begun, and with what was changed', async () => {
  const set = (value: number) => changeOrBegin(store, 'counters', 'own', () => ({ value }))
  expect(await set(1)).toEqual({ document: { _id: 'own', version: 1, value: 1 }, changed: true })
  expect(await set(2)).toEqual({ document: { _id: 'own', version: 2, value: 2 }, changed: true })
  expect(await store.get('counters', 'own')).toEqual({ _id: 'own', version: 2, value: 2 })
})

test('who is not first rests between two tries, and is told after a fixed number of them', async () => {
  let rests = 0
  const slow = { ...store, insert: async () => false }
  const lost = changeOrBegin(
    slow,
    'counters',
    'taken',
    () => ({ value: 1 }),
    async () => {
      rests += 1
    },
  )
  await expect(lost).rejects.toEqual(new ActionError('BUSY'))
  expect(rests).toBe(25)
})
