import { mount } from '../../../../test/support/hooks'
import { phone, refused } from '../../../../test/support/taro'

import { spanOf } from './span'
import { useFigures } from './use-figures'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

const now = 1_800_000_000_000
let uncounted: number
beforeEach(() => {
  jest.useFakeTimers({ now })
  phone.reset()
  uncounted = 0
  phone.answers('workplace.figures', ({ from }: { from: number }) => ({ from, uncounted }))
})
afterEach(() => jest.useRealTimers())

test('thirty days first, and as many as are chosen', async () => {
  const page = mount(useFigures)
  expect(page()).toMatchObject({ days: 30, figures: null })
  await page().load()
  expect(phone.inputs('workplace.figures')).toEqual([spanOf(30, now)])
  page().choose(7)
  expect(page()).toMatchObject({ days: 7, pending: true, figures: { from: spanOf(30, now).from } })
  await jest.advanceTimersByTimeAsync(0)
  expect(page()).toMatchObject({ pending: false, figures: { from: spanOf(7, now).from } })
})

test('as long as days are not counted yet it goes on, every second, with the days that are chosen', async () => {
  const page = mount(useFigures)
  uncounted = 40
  page().choose(90)
  await jest.advanceTimersByTimeAsync(0)
  for (const left of [20, 1]) {
    uncounted = left
    page()
    await jest.advanceTimersByTimeAsync(1000)
  }
  uncounted = 0
  page()
  await jest.advanceTimersByTimeAsync(1000)
  expect(phone.inputs('workplace.figures')).toEqual(Array(4).fill(spanOf(90, now)))
  page()
  await jest.advanceTimersByTimeAsync(60_000)
  expect(phone.inputs('workplace.figures')).toHaveLength(4)
})

test('while it cannot be asked, it is asked ever more rarely, and what is known stays', async () => {
  const page = mount(useFigures)
  uncounted = 40
  await page().load()
  phone.answers('workplace.figures', () => refused('BUSY'))
  page()
  await jest.advanceTimersByTimeAsync(1000)
  expect(page()).toMatchObject({ failure: { code: 'BUSY' }, figures: { uncounted: 40 } })
  await jest.advanceTimersByTimeAsync(1000)
  expect(phone.inputs('workplace.figures')).toHaveLength(2)
})
