import { mount } from '../../test/support/hooks'
import { useAnswer } from './answer'
import { ActionFailureError } from './call'

jest.mock('@tarojs/taro', () => ({}))
jest.mock('react', () => jest.requireActual('../../test/support/hooks'))

const offline = new ActionFailureError('NETWORK', '')

/** A question that is answered when told to. */
function questionOf<T>() {
  let settle = { answer: (_answer: T) => {}, fail: (_error: unknown) => {} }
  const send = () =>
    new Promise<T>((resolve, reject) => {
      settle = { answer: resolve, fail: reject }
    })
  return { send, answer: (answer: T) => settle.answer(answer), fail: () => settle.fail(offline) }
}
const question = questionOf<string>

test('the answer is known, and a failure does not take it away', async () => {
  const page = mount(() => useAnswer<string>())
  expect(page()).toMatchObject({ answer: null, failure: null, pending: false })
  expect(await page().ask(async () => 'one')).toBe('one')
  expect(await page().ask(() => Promise.reject(offline))).toBeNull()
  expect(page()).toMatchObject({ answer: 'one', failure: offline, pending: false })
})

test('an answer that was overtaken is dropped, and so is its failure', async () => {
  const page = mount(() => useAnswer<string>())
  const [early, late] = [question(), question()]
  const first = page().ask(early.send)
  const second = page().ask(late.send)
  late.answer('late')
  expect(await second).toBe('late')
  early.answer('early')
  expect(await first).toBeNull()
  expect(page()).toMatchObject({ answer: 'late', failure: null, pending: false })

  const failing = question()
  const third = page().ask(failing.send)
  await page().ask(async () => 'newest')
  failing.fail()
  await third
  expect(page()).toMatchObject({ answer: 'newest', failure: null })
})

test('it is pending until the newest question is answered', async () => {
  const page = mount(() => useAnswer<string>())
  const [early, late] = [question(), question()]
  const first = page().ask(early.send)
  const second = page().ask(late.send)
  early.answer('early')
  await first
  expect(page().pending).toBe(true)
  late.answer('late')
  await second
  expect(page().pending).toBe(false)
})

test('what is learned from elsewhere overtakes the question under way', async () => {
  const page = mount(() => useAnswer<string>())
  const asked = question()
  const first = page().ask(asked.send)
  page().learn('told')
  asked.answer('stale')
  expect(await first).toBeNull()
  expect(page()).toMatchObject({ answer: 'told', pending: false })
  page().learn(null)
  expect(page().answer).toBeNull()
})

test('a question that was overtaken by what was learned stays so, whatever is asked after', async () => {
  const page = mount(() => useAnswer<string>())
  const [early, late] = [question(), question()]
  const first = page().ask(early.send)
  page().learn('told')
  const second = page().ask(late.send)
  early.answer('stale')
  expect(await first).toBeNull()
  expect(page()).toMatchObject({ answer: 'told', pending: true })
  late.answer('late')
  expect(await second).toBe('late')
})

test('a change of what is known leaves the question under way in its right', async () => {
  const page = mount(() => useAnswer<string>({ first: 'one' }))
  const asked = question()
  const first = page().ask(asked.send)
  page().change(before => `${before} and more`)
  expect(page()).toMatchObject({ answer: 'one and more', pending: true })
  asked.answer('all of it')
  await first
  expect(page()).toMatchObject({ answer: 'all of it', pending: false })
})

test('a question asked while one is under way can wait for the same answer', async () => {
  const page = mount(() => useAnswer<string>({ joins: true }))
  const asked = question()
  const send = jest.fn(asked.send)
  const both = [page().ask(send), page().ask(send)]
  expect(send).toHaveBeenCalledTimes(1)
  asked.answer('one')
  expect(await Promise.all(both)).toEqual(['one', 'one'])
  expect(await page().ask(async () => 'two')).toBe('two')
})

test('an answer that says the same again changes nothing', async () => {
  const page = mount(() => useAnswer<{ state: string }>())
  const known = await page().ask(async () => ({ state: 'ready' }))
  await page().ask(async () => ({ state: 'ready' }))
  expect(page().answer).toBe(known)
})

interface View {
  state: string
  updatedAt: number
}
const view = (state: string, updatedAt: number): View => ({ state, updatedAt })
const dated = ({ updatedAt }: View) => updatedAt

/** Two questions, answered in the order they were not asked in. */
async function crossed(early: View | null, late: View | null) {
  const page = mount(() => useAnswer<View>({ dated, first: view('ready', 1000) }))
  const [first, second] = [questionOf<View>(), questionOf<View>()]
  const both = [page().ask(first.send), page().ask(second.send)]
  for (const [asked, answer] of [[second, late] as const, [first, early] as const]) {
    if (answer) asked.answer(answer)
    else asked.fail()
    await new Promise(resolve => setTimeout(resolve))
  }
  await Promise.all(both)
  return page()
}

test.each([
  ['a newer state replaces an older one', view('ready', 1000), view('verified', 2000), 'verified'],
  [
    'an older state that comes late does not replace a newer one',
    view('ready', 1500),
    view('verified', 2000),
    'verified',
  ],
  [
    'a newer state counts even when it was asked for earlier',
    view('verified', 2000),
    view('ready', 1500),
    'verified',
  ],
  ['of two of the same time the one asked for later stands', view('early', 2000), view('late', 2000), 'late'],
  ['a failure that was overtaken is not shown', null, view('verified', 2000), 'verified'],
])('%s', async (_, early, late, state) => {
  expect(await crossed(early, late)).toMatchObject({ answer: { state }, failure: null, pending: false })
})

test('a failure keeps the last known state, and is shown though an earlier question was answered late', async () => {
  expect(await crossed(view('processing', 1500), null)).toMatchObject({
    answer: { state: 'processing' },
    failure: offline,
  })
})

test('what is learned is measured too', async () => {
  const page = mount(() => useAnswer<View>({ dated, first: view('verified', 2000) }))
  page().learn(view('ready', 1000))
  expect(page().answer?.state).toBe('verified')
  page().learn(view('revoked', 3000))
  expect(page().answer?.state).toBe('revoked')
  page().learn(view('told later', 3000))
  expect(page().answer?.state).toBe('told later')
  page().learn(null)
  expect(page().answer).toBeNull()
})
