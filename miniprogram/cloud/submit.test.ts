import { mount } from '../../test/support/hooks'
import type { ActionFailureError } from './call'
import { useSubmit } from './submit'

jest.mock('@tarojs/taro', () => ({}))
jest.mock('react', () => jest.requireActual('../../test/support/hooks'))

const failed = ({ code }: ActionFailureError) => `failed: ${code}`

test('what stands in the way is told, and gone with the next press', async () => {
  const page = mount(() => useSubmit<string>(failed))
  await page().submit(async () => 'no name')
  expect(page()).toMatchObject({ busy: false, obstacle: 'no name' })
  let seen: string | null = 'not looked'
  await page().submit(async () => {
    seen = page().obstacle
    return null
  })
  expect(seen).toBeNull()
  expect(page().obstacle).toBeNull()
})

test('whatever the work throws becomes an obstacle too', async () => {
  const page = mount(() => useSubmit<string>(failed))
  await page().submit(() => Promise.reject(new Error('odd')))
  expect(page().obstacle).toBe('failed: INTERNAL')
  page().dismiss()
  expect(page().obstacle).toBeNull()
})

test('a form is sent once, however often it is pressed', async () => {
  const page = mount(() => useSubmit<string>(failed))
  let arrive = () => {}
  const work = jest.fn(
    () =>
      new Promise<null>(resolve => {
        arrive = () => resolve(null)
      }),
  )
  const sent = page().submit(work)
  page().submit(work)
  expect(page().busy).toBe(true)
  arrive()
  await sent
  expect(work).toHaveBeenCalledTimes(1)
})
