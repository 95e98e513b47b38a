import { decode, encode } from './ejson'
import { openStore } from './store'
import { cleanUp, temporaryFolder } from './testing/cloud'
import { createTransactions } from './transactions'

afterAll(cleanUp)

function setUp() {
  const store = openStore(temporaryFolder())
  store.createCollection('c')
  store.commit([{ collection: 'c', id: 'a', text: encode({ _id: 'a', n: 1 }) }])
  const clock = { now: 0 }
  return { store, clock, transactions: createTransactions(store, () => clock.now) }
}

test('a transaction reads the same twice, whatever others write meanwhile', () => {
  const { store, transactions } = setUp()
  const id = transactions.start()
  expect(transactions.view(id).read('c', 'a')?.value.n).toBe(1)
  store.commit([{ collection: 'c', id: 'a', text: encode({ _id: 'a', n: 2 }) }])
  expect(transactions.view(id).read('c', 'a')?.value.n).toBe(1)
  expect(() => transactions.commit(id)).toThrow(/TransactionConflict/)
})

test('a transaction lives 30 seconds', () => {
  const { clock, transactions } = setUp()
  const id = transactions.start()
  clock.now = 30_000
  expect(() => transactions.view(id)).not.toThrow()
  clock.now = 30_001
  expect(() => transactions.view(id)).toThrow(expect.objectContaining({ code: 'DATABASE_TRANSACTION_FAIL' }))
  expect(() => transactions.commit(id)).toThrow(
    expect.objectContaining({ code: 'DATABASE_TRANSACTION_FAIL' }),
  )
})

test('a transaction ends once', () => {
  const { transactions } = setUp()
  const id = transactions.start()
  transactions.commit(id)
  expect(() => transactions.commit(id)).toThrow(
    expect.objectContaining({ code: 'DATABASE_TRANSACTION_FAIL' }),
  )
})

test('a document removed and added again since it was read is a conflict', () => {
  const { store, transactions } = setUp()
  const id = transactions.start()
  transactions.view(id).read('c', 'a')
  store.commit([{ collection: 'c', id: 'a', text: undefined }])
  store.commit([{ collection: 'c', id: 'a', text: encode({ _id: 'a', n: 1 }) }])
  expect(() => transactions.commit(id)).toThrow(
    expect.objectContaining({ code: 'DATABASE_TRANSACTION_CONFLICT' }),
  )
})

test('what a transaction wrote reaches the store in one commit', () => {
  const { store, transactions } = setUp()
  const id = transactions.start()
  transactions.view(id).commit([{ collection: 'c', id: 'b', text: encode({ _id: 'b', at: new Date(0) }) }])
  expect(store.read('c', 'b')).toBeUndefined()
  transactions.commit(id)
  expect(store.read('c', 'b')?.value).toEqual(decode(encode({ _id: 'b', at: new Date(0) }), 0, 'b'))
})
