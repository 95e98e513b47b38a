import { createMemoryStore, type MemoryStore } from '../../test/support/memory-store'
import { createInsertMany } from './insertMany'
import type { Collections } from './store'

type Counter = Collections['counters']
const counter = (id: string, value = 0): Counter => ({ _id: id, version: 1, value })
const several = (count: number) => Array.from({ length: count }, (_, at) => counter(`c${at}`))

let store: MemoryStore
/** What the database was asked, in order, with the ids. */
let asked: [what: string, ids: string][]
/** Who comes before `addAll` does its work. */
let meanwhile: (() => Promise<unknown>)[]

beforeEach(() => {
  store = createMemoryStore()
  asked = []
  meanwhile = []
})

/** A database that puts in many with one call where none of them is there, and else says nothing of any. */
function insertMany(documents: readonly Counter[]): Promise<Counter[]> {
  const noted = (what: string, ids: readonly string[]) => asked.push([what, ids.join(' ')])
  const many = createInsertMany({
    get(collection, id) {
      noted('get', [id])
      return store.get(collection, id)
    },
    insert(collection, document) {
      noted('insert', [document._id])
      return store.insert(collection, document)
    },
    async byIds(collection, ids) {
      noted('byIds', ids)
      const found = await Promise.all(ids.map(id => store.get(collection, id)))
      return found.filter(each => each !== null)
    },
    async addAll(collection, given) {
      const ids = given.map(({ _id }) => _id)
      noted('addAll', ids)
      await meanwhile.shift()?.()
      for (const id of ids) if (await store.get(collection, id)) return null
      for (const each of given) await store.insert(collection, each)
      return ids
    },
  })
  return many('counters', documents)
}

test('nothing is put in with no call', async () => {
  expect(await insertMany([])).toEqual([])
  expect(asked).toEqual([])
})

test('one is put in as one', async () => {
  expect(await insertMany([counter('a')])).toEqual([counter('a')])
  expect(asked).toEqual([['insert', 'a']])
})

test.each([
  [50, ['addAll']],
  [51, ['addAll', 'insert']],
  [100, ['addAll', 'addAll']],
])('%i of which none is there cost the calls %j', async (count, calls) => {
  expect(await insertMany(several(count))).toEqual(several(count))
  expect(asked.map(([what]) => what)).toEqual(calls)
})

test('what is there is answered as it is, and what is missing is put in', async () => {
  await store.insert('counters', counter('b', 7))
  const documents = ['a', 'b', 'c'].map(id => counter(id))
  expect(await insertMany(documents)).toEqual([counter('a'), counter('b', 7), counter('c')])
  expect(asked).toEqual([
    ['addAll', 'a b c'],
    ['byIds', 'a b c'],
    ['addAll', 'a c'],
  ])
})

test('where all are there nothing is put in', async () => {
  for (const id of ['a', 'b']) await store.insert('counters', counter(id, 7))
  expect(await insertMany([counter('a'), counter('b')])).toEqual([counter('a', 7), counter('b', 7)])
  expect(asked).toEqual([
    ['addAll', 'a b'],
    ['byIds', 'a b'],
  ])
})

test('what somebody else puts in meanwhile is as good, one by one', async () => {
  await store.insert('counters', counter('a', 7))
  meanwhile = [async () => undefined, () => store.insert('counters', counter('c', 8))]
  const documents = ['a', 'b', 'c'].map(id => counter(id))
  expect(await insertMany(documents)).toEqual([counter('a', 7), counter('b'), counter('c', 8)])
  expect(asked.slice(2)).toEqual([
    ['addAll', 'b c'],
    ['insert', 'b'],
    ['insert', 'c'],
    ['get', 'c'],
  ])
})

test('what was there and is gone again is answered as it was to be', async () => {
  await store.insert('counters', counter('a', 7))
  meanwhile = [async () => undefined, () => store.insert('counters', counter('c', 8))]
  const get = store.get
  store.get = async (collection, id) => (asked.at(-1)?.[0] === 'get' ? null : get(collection, id))
  expect(await insertMany(['a', 'b', 'c'].map(id => counter(id)))).toEqual([
    counter('a', 7),
    counter('b'),
    counter('c'),
  ])
})
