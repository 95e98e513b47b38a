import { createMemoryStore } from '../../test/support/memory-store'
import { createMeter, metered } from './meter'
import { collectionNames, type Store } from './store'

const counter = (id: number) => ({ _id: `c${id}`, version: 1, value: 0 })
const where = [['until', 'lt', 1] as const]

test.each<[string, (store: Store) => Promise<unknown>, number, number]>([
  ['get', store => store.get('counters', 'c1'), 1, 0],
  ['find', store => store.find('counters', { where, limit: 9 }), 1, 0],
  ['missing', store => store.missing(), collectionNames.length, 0],
  ['insert', store => store.insert('counters', counter(2)), 0, 1],
  [
    'insertMany',
    store =>
      store.insertMany(
        'counters',
        Array.from({ length: 101 }, (_, n) => counter(n)),
      ),
    0,
    3,
  ],
  ['replace', store => store.replace('counters', 'c1', 1, { value: 1 }), 0, 1],
  ['updateMany', store => store.updateMany('counters', where, { set: { value: 1 } }), 0, 1],
  ['remove', store => store.remove('counters', 'c1', 1), 0, 1],
  ['removeMany', store => store.removeMany('kept_answers', [['expiresAt', 'lt', 1]]), 0, 1],
  ['makeDue', store => store.makeDue('v', 1), 0, 1],
  ['clearOutbox', store => store.clearOutbox('verifications', []), 0, 1],
])('%s does what it does, and is counted', async (_what, call, reads, writes) => {
  const answers: unknown[] = []
  const meter = createMeter()
  for (const wrap of [(store: Store) => store, (store: Store) => metered(store, meter)]) {
    const store = createMemoryStore()
    await store.insert('counters', counter(1))
    answers.push(await call(wrap(store)))
  }
  expect(answers[1]).toEqual(answers[0])
  expect(meter).toEqual({ reads, writes, calls: 0, notedAt: 0, answered: new Map(), failed: new Map() })
})
