import { createStore } from './cloudStore'
import { createLog } from './log'

/** What the database answers, one call after another; the last again and again. */
let answers: (() => unknown)[] = []
let calls = 0
const mockAnswer = async () => answers[Math.min(calls++, answers.length - 1)]?.()
const mockQuery = {
  where: () => mockQuery,
  limit: () => mockQuery,
  orderBy: () => mockQuery,
  get: () => mockAnswer(),
  update: () => mockAnswer(),
}
jest.mock('./sdk', () => ({
  ...jest.requireActual('./sdk'),
  database: () => ({
    command: { set: (value: unknown) => value, inc: (by: number) => by, exists: () => true, eq: () => true },
    collection: () => ({ ...mockQuery, add: () => mockAnswer(), doc: () => ({ get: () => mockAnswer() }) }),
  }),
}))
jest.mock('wx-server-sdk', () => ({}))

const refusal = (errCode: number) => () => {
  throw Object.assign(new Error('refused'), { errCode, errMsg: `errCode: ${errCode}` })
}
const found = () => ({ data: { _id: 'a', version: 1 } })
const store = createStore(createLog(() => undefined))

beforeEach(() => {
  calls = 0
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
