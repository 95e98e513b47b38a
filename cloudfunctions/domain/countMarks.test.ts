import { bornUncounted, type CountMarks, heldAs, uncounted } from './countMarks'

type Document = { _id: string; version: number; state: string; name: string } & CountMarks

const cellOf = ({ state }: Document) => `is ${state}`
const counted: Document = { _id: 'd', version: 4, state: 'ready', name: 'a' }

test('a new document is under no cell yet', () => {
  expect(bornUncounted('d')).toEqual({ toCount: 'd_1', countedAs: '', countedIn: 0 })
})

test('a change that does not move it marks nothing, whatever was marked before', () => {
  expect(uncounted(counted, { name: 'b', state: 'ready' }, cellOf)).toEqual({})
  expect(uncounted({ ...counted, ...bornUncounted('d') }, { name: 'b' }, cellOf)).toEqual({})
})

test.each<[string, CountMarks, CountMarks]>([
  ['of before there were figures', {}, { countedAs: 'is ready', countedIn: 0 }],
  ['counted', { toCount: '', countedAs: '', countedIn: 7 }, { countedAs: 'is ready', countedIn: 7 }],
  ['to be counted from another cell', { toCount: 'd_3', countedAs: 'is new' }, { countedAs: 'is new' }],
  ['never counted', { toCount: 'd_1', countedIn: 0 }, { countedAs: '', countedIn: 0 }],
])('a document %s that moves is to be counted once more, from where it is held', (_, marks, expected) => {
  expect(uncounted({ ...counted, ...marks }, { state: 'verified' }, cellOf)).toEqual({
    toCount: 'd_5',
    countedIn: 0,
    ...expected,
  })
})

test('it is held where it stands, unless it waits to be counted', () => {
  expect(heldAs({}, 'now')).toBe('now')
  expect(heldAs({ toCount: '', countedAs: 'then' }, 'now')).toBe('now')
  expect(heldAs({ toCount: 'd_1', countedAs: 'then' }, 'now')).toBe('then')
  expect(heldAs({ toCount: 'd_1' }, 'now')).toBe('')
})
