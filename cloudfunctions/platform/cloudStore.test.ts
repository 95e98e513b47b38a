import { createStore } from './cloudStore'
import { createLog } from './log'
import { collectionNames, type Store } from './store'

/** What the database answers, one call after another; the last again and again. */
let answers: (() => unknown)[] = []
let calls = 0
const mockAnswer = async () => answers[Math.min(calls++, answers.length - 1)]?.()
/** What the database was asked, by the method. */
const mockAsked: Record<'where' | 'field', unknown[]> = { where: [], field: [] }
const mockQuery = {
  where: (condition: unknown) => {
    mockAsked.where.push(condition)
    return mockQuery
  },
  field: (fields: unknown) => {
    mockAsked.field.push(fields)
    return mockQuery
  },
  limit: () => mockQuery,
  orderBy: () => mockQuery,
  get: () => mockAnswer(),
  update: () => mockAnswer(),
  remove: () => mockAnswer(),
}
jest.mock('./sdk', () => ({
  ...jest.requireActual('./sdk'),
  database: () => ({
    command: {
      set: (value: unknown) => value,
      inc: (by: number) => by,
      exists: () => true,
      eq: () => true,
      in: (each: unknown) => each,
    },
    collection: () => ({ ...mockQuery, add: () => mockAnswer(), doc: () => ({ get: () => mockAnswer() }) }),
  }),
}))
jest.mock('wx-server-sdk', () => ({}))

const refusal = (errCode: number) => () => {
  throw Object.assign(new Error('refused'), { errCode, errMsg: `errCode: ${errCode}` })
}
const found = () => ({ data: { _id: 'a', version: 1 } })
const logged: string[] = []
let store: Store

beforeEach(() => {
  store = createStore(createLog(line => logged.push(line)))
  calls = 0
  logged.length = 0
  mockAsked.where = []
  mockAsked.field = []
})

test.each([-501003, -501004])('%d means try again, and it is tried again', async errCode => {
  answers = [refusal(errCode), refusal(errCode), found]
  expect(await store.get('slots', 'a')).toMatchObject({ _id: 'a' })
  expect(calls).toBe(3)
})

test.each([-501003, -501004])('after the third %d whoever asks is told to come back', async errCode => {
  answers = [refusal(errCode)]
  await expect(store.insert('slots', Object(found().data))).rejects.toMatchObject({ code: 'BUSY' })
  expect(calls).toBe(3)
})

test('what may have been done is not done again', async () => {
  answers = [refusal(-502003)]
  await expect(store.replace('slots', 'a', 1, {})).rejects.toMatchObject({ errCode: -502003 })
  expect(calls).toBe(1)
})

const counter = (id: string) => Object({ _id: id, version: 1 })
const absent = refusal(-502005)

test('many are put in with one call, and what the database does not say is asked', async () => {
  answers = [() => ({ _ids: ['a', 'b'] })]
  expect(await store.insertMany('counters', [counter('a'), counter('b')])).toEqual([
    counter('a'),
    counter('b'),
  ])
  expect(calls).toBe(1)
  calls = 0
  answers = [() => ({}), () => ({ data: [counter('a'), counter('b')] })]
  await store.insertMany('counters', [counter('a'), counter('b')])
  expect([calls, mockAsked.where.at(-1)]).toEqual([2, { _id: ['a', 'b'], _openid: true }])
})

test('what fails while many are put in is no sign that they are there', async () => {
  answers = [refusal(-502003)]
  await expect(store.insertMany('counters', [counter('a'), counter('b')])).rejects.toMatchObject({
    errCode: -502003,
  })
  expect(calls).toBe(1)
})

test('one that is there already is not put in again where no forgery was in the way', async () => {
  const duplicate = () => {
    throw Object.assign(new Error('E11000 duplicate key'), { errMsg: 'E11000 duplicate key' })
  }
  answers = [duplicate, () => ({ stats: { removed: 0 } })]
  expect(await store.insert('counters', counter('a'))).toBe(false)
  expect([calls, logged]).toEqual([2, []])
  calls = 0
  answers = [duplicate, () => ({ stats: { removed: 2 } }), () => ({})]
  expect(await store.insert('counters', counter('a'))).toBe(true)
  expect(calls).toBe(3)
  expect(logged.join()).toMatch(/STRANGER_DOCUMENT.*counters.*2/)
})

test('a search without forgeries is one call; each it meets is said, and it is asked again without them', async () => {
  const search = () => store.find('counters', { where: [['value', 'eq', 5]], fields: ['_id'], limit: 2 })
  answers = [() => ({ data: [counter('a'), null, 'text'] })]
  expect(await search()).toEqual([counter('a')])
  expect([calls, logged, mockAsked.field.at(-1)]).toEqual([1, [], { _id: true, _openid: true }])
  answers = [() => ({})]
  calls = 0
  expect(await search()).toEqual([])
  expect(calls).toBe(1)
  calls = 0
  answers = [
    () => ({ data: [counter('a'), { ...counter('b'), _openid: 'o' }] }),
    () => ({ data: [counter('a'), counter('c')] }),
  ]
  expect(await search()).toEqual([counter('a'), counter('c')])
  expect(logged.join()).toMatch(/STRANGER_DOCUMENT.*counters.*1/)
})

test('a collection that is not there is named, whatever is asked of it', async () => {
  answers = [absent]
  const missing = (detail: string) => ({ code: 'SETUP_MISSING', detail })
  await expect(store.get('slots', 'a')).rejects.toMatchObject(missing('slots'))
  await expect(store.makeDue('v_1', 1)).rejects.toMatchObject(missing('verifications'))
})

test('which collections are not there is found by asking each for nothing', async () => {
  const found = () => ({ data: [] })
  answers = [found, absent, found]
  expect(await store.missing()).toEqual([collectionNames[1]])
  expect(mockAsked.field).toEqual(collectionNames.map(() => ({ _id: true })))
  answers = [refusal(-502003)]
  await expect(store.missing()).rejects.toMatchObject({ errCode: -502003 })
})
