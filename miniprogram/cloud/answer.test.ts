import { mount } from '../../test/support/hooks'
import { useAnswer } from './answer'
import { ActionFailureError } from './call'

jest.mock('@tarojs/taro', () => ({}))
jest.mock('react', () => jest.requireActual('../../test/support/hooks'))

const offline = new ActionFailureError('NETWORK', '')

/** A question that is answered when told to. */
function question() {
  let settle = { answer: (_text: string) => {}, fail: (_error: unknown) => {} }
  const send = () =>
    new Promise<string>((resolve, reject) => {
      settle = { answer: resolve, fail: reject }
    })
  return { send, answer: (text: string) => settle.answer(text), fail: () => settle.fail(offline) }
}

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
  page().learn(before => `${before} and more`)
  asked.answer('stale')
  await first
  expect(page()).toMatchObject({ answer: 'null and more', pending: false })
})
