import fc from 'fast-check'
import { createDatabase, type Fields } from './database'
import { encode } from './ejson'
import { openStore, type Store } from './store'
import { cleanUp, temporaryFolder } from './testing/cloud'
import type { QueryReport } from './types'

afterAll(cleanUp)

/** Fields as the product has them: numbers, texts, lists, null, and nothing at all. */
const value = fc.oneof(
  fc.constantFrom(null, -1, 0, 2.5, 7, 1_700_000_000_000, 'a', 'b', 'b\u0000', '', true),
  fc.constant(undefined),
  fc.constantFrom(['a'], ['a', 'b'], [], [7, 'a']),
)
const single = fc.constantFrom(null, -1, 0, 2.5, 7, 1_700_000_000_000, 'a', 'b', 'b\u0000', '')
const document = fc.record({ x: value, y: value, z: value })
const bound = fc.constantFrom(-1, 0, 2.5, 7, 'a', 'b')
const condition = fc.oneof(
  single,
  single.map(one => ({ $eq: one })),
  fc.array(single, { maxLength: 3 }).map(all => ({ $in: all })),
  fc.constantFrom('$gt', '$gte', '$lt', '$lte').chain(name => bound.map(one => ({ [name]: one }))),
  fc.tuple(bound, bound).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.constant({ $exists: false }),
)
const query = fc.oneof(
  fc.dictionary(fc.constantFrom('x', 'y', 'z'), condition, { maxKeys: 3 }),
  fc
    .array(fc.dictionary(fc.constantFrom('x', 'y', 'z'), condition, { maxKeys: 2 }), {
      minLength: 1,
      maxLength: 3,
    })
    .map($and => ({ $and })),
)
const order = fc.constantFrom({ x: 1 }, { x: -1 }, { y: -1 }, { x: 1, y: 1 }, { y: 1, z: -1 })
const indexes = [['x'], ['x', '-y'], ['y', 'x', 'z'], ['-z']]

function opened(): { store: Store; looks: QueryReport[]; ask: (fields: Fields) => Fields } {
  const store = openStore(temporaryFolder())
  store.createCollection('c')
  const looks: QueryReport[] = []
  const handlers = createDatabase(
    store,
    () => 0,
    each => looks.push(each),
  )
  const ask = (fields: Fields) => handlers[String(fields.action)]?.({ collectionName: 'c', ...fields }) ?? {}
  return { store, looks, ask }
}

/** A list that holds the value asked for stands in several places of the order. */
const listsInOrder: [{ x?: string[]; y?: string[] }[], [object, object][]] = [
  [{}, { x: ['a'] }, { x: ['a'] }, { x: ['a'] }, { x: ['a', 'b'] }, { y: ['a'] }],
  [[{ x: { $eq: 'a' } }, { x: -1 }]],
]

const idsIn = (answer: Fields): string[] => {
  const { list } = answer.data as { list: string[] }
  return list.map(each => String(JSON.parse(each)._id))
}

test('an index finds what looking through everything finds, also after changes', () => {
  const plain = opened()
  const indexed = opened()
  for (const fields of indexes) indexed.store.addIndex('c', { name: fields.join(), fields })
  let round = 0
  fc.assert(
    fc.property(
      fc.array(document, { minLength: 1, maxLength: 12 }),
      fc.array(fc.tuple(query, order), { minLength: 1, maxLength: 6 }),
      (documents, questions) => {
        round += 1
        for (const { store } of [plain, indexed]) {
          const before = [...store.scan('c')].map(({ id }) => ({ collection: 'c', id, text: undefined }))
          const made = documents.map((each, at) => {
            const _id = `d${round}_${at}`
            return { collection: 'c', id: _id, text: encode({ _id, ...withoutMissing(each) }) }
          })
          store.commit([...before, ...made])
          // What is there changes as well.
          const [first, last] = [made[0], made.at(-1)]
          if (first && last) store.commit([{ ...first, text: last.text.replace(last.id, first.id) }])
        }
        for (const [asked, by] of questions) {
          const fields = { action: 'database.getDocument', query: encode(asked), limit: 1000 }
          const [expected, found] = [plain, indexed].map(each => idsIn(each.ask(fields)).sort())
          expect(found).toEqual(expected)
          if (!hasOrder(documents, by) && documents !== listsInOrder[0]) continue
          const page = { ...fields, order: encode(by), limit: 3 }
          const [first, other] = [plain, indexed].map(each => sortedBy(each.ask(page), by))
          expect(other).toEqual(first)
        }
      },
    ),
    { numRuns: 30, examples: [listsInOrder as never] },
  )
  plain.store.close()
  indexed.store.close()
})

const withoutMissing = (of: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(of).filter(([, each]) => each !== undefined))

/** What decides the order; documents that are alike in it may come in any. */
const sortedBy = (answer: Fields, by: object): string[] => {
  const { list } = answer.data as { list: string[] }
  return list.map(each =>
    JSON.stringify(Object.keys(by).map(field => onlyOne(JSON.parse(each)[field]) ?? null)),
  )
}
/** A list with one value stands where the value does. */
const onlyOne = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? value[0] : value)

/** Where a list with several stands beside others, mingo says now so, now so. */
const hasOrder = (documents: readonly object[], by: object): boolean =>
  documents.every(each => Object.entries(each).every(([field, value]) => !(field in by && several(value))))
const several = (value: unknown): boolean => Array.isArray(value) && value.length > 1

describe('what a question costs is told', () => {
  const { store, looks, ask } = opened()
  beforeAll(() => {
    const text = (n: number) =>
      encode({ _id: `d${n}`, state: n % 2 ? 'open' : 'done', kind: n % 500 ? 'a' : 'rare', n })
    store.commit(Array.from({ length: 1000 }, (_, n) => ({ collection: 'c', id: `d${n}`, text: text(n) })))
    for (const fields of [['state', '-n'], ['kind', '-n'], ['-n']])
      store.addIndex('c', { name: fields.join(), fields })
  })
  afterAll(() => store.close())
  beforeEach(() => {
    looks.length = 0
  })
  const asked = (query: object, more: object = {}) =>
    ask({ action: 'database.getDocument', query: encode({ ...query }), ...more })

  test.each([
    ['an id', { _id: 'd5' }, {}, { index: '_id', examined: 1, found: 1 }],
    ['a rare value', { kind: 'rare' }, {}, { index: 'kind_n', examined: 2, found: 2 }],
    [
      'the first ten of half of all',
      { state: 'open' },
      { order: '{"n":-1}', limit: 10 },
      { index: 'state_n', examined: 10, found: 10 },
    ],
    [
      'two values at once, in order',
      { state: { $in: ['open', 'done'] } },
      { order: '{"n":-1}', limit: 4 },
      { examined: 4, found: 4 },
    ],
    ['a field without an index', { other: 1 }, {}, { index: null, examined: 1000, found: 0 }],
    [
      'a rare value among those in order',
      { kind: 'rare', state: 'done' },
      { order: '{"n":-1}', limit: 10 },
      { index: 'kind_n', examined: 2, found: 2 },
    ],
  ])('%s', (_, query, more, expected) => {
    asked(query, more)
    expect(looks).toEqual([
      expect.objectContaining({ action: 'database.getDocument', collection: 'c', ...expected }),
    ])
  })

  test('a change and a removal look for theirs in the same way', () => {
    ask({ action: 'database.modifyDocument', query: '{"kind":"rare"}', data: '{"$set":{"kind":"seen"}}' })
    ask({ action: 'database.removeDocument', query: '{"kind":"seen"}' })
    expect(looks.map(({ examined }) => examined)).toEqual([2, 2])
    asked({ kind: { $in: ['rare', 'seen'] } })
    expect(looks.at(-1)).toMatchObject({ examined: 0, found: 0 })
  })
})

test('indexes outlive the process', () => {
  const folder = temporaryFolder()
  const first = openStore(folder)
  first.createCollection('c')
  expect(first.addIndex('c', { name: 'by_x', fields: ['x', '-y'] })).toBe(true)
  expect(first.addIndex('c', { name: 'again', fields: ['x', '-y'] })).toBe(false)
  first.close()
  const second = openStore(folder)
  expect(second.indexRows('c')).toEqual([{ name: 'by_x', fields: ['x', '-y'] }])
  second.close()
})
