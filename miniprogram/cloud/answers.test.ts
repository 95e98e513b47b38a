import { mount } from '../../test/support/hooks'
import { useAnswers } from './answers'
import { ActionFailureError } from './call'

jest.mock('@tarojs/taro', () => ({}))
jest.mock('react', () => jest.requireActual('../../test/support/hooks'))

const offline = new ActionFailureError('NETWORK', '')
type Form = 'link' | 'code'

/** A question that is answered when told to. */
function question() {
  let answer = (_text: string) => {}
  const send = jest.fn(
    () =>
      new Promise<string>(resolve => {
        answer = resolve
      }),
  )
  return { send, answer: (text: string) => answer(text) }
}

test('each is known for itself, and a failure does not take an answer away', async () => {
  const page = mount(() => useAnswers<Form, string>())
  expect(page().of('link')).toEqual({ answer: null, failure: null, pending: false })
  expect(await page().ask('link', async () => 'https://…')).toBe('https://…')
  expect(await page().ask('link', () => Promise.reject(offline))).toBeNull()
  expect(page().of('link')).toEqual({ answer: 'https://…', failure: offline, pending: false })
  expect(page().of('code').answer).toBeNull()
})

test('asked twice, the same one is sent once, and another beside it', async () => {
  const page = mount(() => useAnswers<Form, string>())
  const [link, code] = [question(), question()]
  const { ask } = page()
  const both = [ask('link', link.send), ask('link', link.send)]
  const other = ask('code', code.send)
  expect(page().of('link').pending && page().of('code').pending).toBe(true)
  code.answer('▦')
  expect(await other).toBe('▦')
  expect(page().of('link').pending).toBe(true)
  link.answer('one')
  expect(await Promise.all(both)).toEqual(['one', 'one'])
  expect(link.send).toHaveBeenCalledTimes(1)
})

test('every change is drawn', async () => {
  const page = mount(() => useAnswers<Form, string>())
  expect(await page.drawnBy(() => page().ask('link', async () => 'one'))).toBe(2)
  expect(await page.drawnBy(() => page().ask('link', () => Promise.reject(offline)))).toBe(2)
  for (const _ of [1, 2]) expect(await page.drawnBy(() => page().forget())).toBe(1)
})

test('what was forgotten is not known by an answer on its way', async () => {
  const page = mount(() => useAnswers<Form, string>())
  const [before, after] = [question(), question()]
  const first = page().ask('code', before.send)
  page().forget()
  const second = page().ask('code', after.send)
  before.answer('old')
  expect(await first).toBeNull()
  expect(page().of('code')).toMatchObject({ answer: null, pending: true })
  after.answer('new')
  expect(await second).toBe('new')
  expect(page().of('code').answer).toBe('new')
})
