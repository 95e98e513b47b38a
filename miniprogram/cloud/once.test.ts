import { mount } from '../../test/support/hooks'
import { ActionFailureError } from './call'
import { useOnce } from './once'

jest.mock('@tarojs/taro', () => ({}))
jest.mock('react', () => jest.requireActual('../../test/support/hooks'))

/** Work that ends when told to. */
function slow() {
  let end = { well: () => {}, badly: (_error: unknown) => {} }
  const work = jest.fn(
    () =>
      new Promise<void>((resolve, reject) => {
        end = { well: () => resolve(), badly: reject }
      }),
  )
  return { work, well: () => end.well(), badly: (error: unknown) => end.badly(error) }
}

test('a second press is ignored, in the very moment of the first and of whatever kind', async () => {
  const page = mount(() => useOnce<'save' | 'send'>())
  const first = slow()
  const second = jest.fn(async () => {})
  const { once } = page()
  const done = once('save', first.work)
  expect(await once('save', second)).toBe(false)
  expect(await once('send', second)).toBe(false)
  expect(page().busy).toBe('save')
  first.well()
  expect(await done).toBe(true)
  expect(page().busy).toBeNull()
  expect(second).not.toHaveBeenCalled()
})

test('what went wrong is kept with what it was, until the next press', async () => {
  const page = mount(() => useOnce<'save' | 'send'>())
  const failure = new ActionFailureError('BUSY', '')
  expect(await page().once('save', () => Promise.reject(failure))).toBe(false)
  expect(page()).toMatchObject({ busy: null, failure: { kind: 'save', error: failure } })
  expect(await page().once('send', async () => {})).toBe(true)
  expect(page().failure).toBeNull()
})

test('what went wrong can be put away', async () => {
  const page = mount(() => useOnce<'save'>())
  await page().once('save', () => Promise.reject(new Error('odd')))
  expect(page().failure?.error.code).toBe('INTERNAL')
  page().dismiss()
  expect(page().failure).toBeNull()
})
