import { mount } from '../../../../test/support/hooks'
import { phone } from '../../../../test/support/taro'

import { rowHeight, useSpan } from './use-span'

jest.mock('@tarojs/taro', () => jest.requireActual('../../../../test/support/taro'))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))

/** Where WeChat measures the list and the tools above it. */
let list: { top: number; height: number } | null
let tools: { height: number } | null
let scrollTop: number
beforeEach(() => {
  phone.reset()
  list = { top: 100, height: 1000 * rowHeight }
  tools = { height: 40 }
  scrollTop = 0
  phone.can('getWindowInfo', () => ({ windowHeight: 680 }))
  phone.can('nextTick', (work: () => void) => work())
  phone.can('createSelectorQuery', () => {
    const found: unknown[] = []
    const there = (): Record<string, unknown> => ({
      '#board-rows': list && { ...list, top: list.top - scrollTop },
      '#board-tools': tools,
    })
    return {
      select: (what: string) => ({ boundingClientRect: () => found.push(there()[what] ?? null) }),
      selectViewport: () => ({ scrollOffset: () => found.push({ scrollTop }) }),
      exec: (done: (found: unknown[]) => void) => done(found),
    }
  })
})

function scrolled(page: () => unknown, to: number) {
  scrollTop = to
  const drawn = phone.happens('scroll', { scrollTop })
  page()
  return drawn
}

test('three screens of rows follow the scrolling', () => {
  const page = mount(() => useSpan(1000, 'all'))
  expect(page().span).toEqual({ start: 0, size: 33 })
  scrolled(page, 100 + 500 * rowHeight)
  const { start, size } = page().span
  expect([size, start < 500, start + size > 511]).toEqual([33, true, true])
  scrolled(page, 0)
  expect(page().span.start).toBe(0)
})

test('it is drawn anew only when the rows in it change, and then every time', async () => {
  const page = mount(() => useSpan(1000, 'all'))
  page()
  for (const row of [100, 300, 500]) {
    expect(await page.drawnBy(() => scrolled(page, 100 + row * rowHeight))).toBe(1)
    expect(await page.drawnBy(() => scrolled(page, 100 + (row + 1) * rowHeight))).toBe(0)
  }
})

test('where the list begins is measured from the top of the page, however far it is scrolled, with tools above or none', () => {
  const given = { cause: 'all' }
  const page = mount(() => useSpan(1000, given.cause))
  scrolled(page, 5000)
  tools = null
  given.cause = 'ready'
  page()
  page().toTop()
  expect(phone.given('pageScrollTo')).toEqual([{ scrollTop: 100, duration: 0 }])
})

test('rows that are higher than the styles say are measured, and so is where they begin', () => {
  list = { top: 5000, height: 1000 * 136 }
  const page = mount(() => useSpan(1000, 'all'))
  page()
  expect(page().span.size).toBe(18)
  scrolled(page, 5000 + 500 * 136)
  expect(page().span.start).toBe(500 - 6)
  scrolled(page, 5000)
  expect(page().span.start).toBe(0)
})

test('a list that is not there, or is empty, changes nothing', () => {
  list = null
  const none = mount(() => useSpan(1000, 'all'))
  none()
  expect(none().span).toEqual({ start: 0, size: 33 })
  list = { top: 100, height: 0 }
  const flat = mount(() => useSpan(1000, 'all'))
  flat()
  expect(flat().span).toEqual({ start: 0, size: 33 })
  list = { top: 100, height: 300 }
  const empty = mount(() => useSpan(0, 'all'))
  empty()
  expect(empty().span).toEqual({ start: 0, size: 33 })
})

test('another filter, another number of rows or a turned phone is measured anew', async () => {
  const given = { count: 1000, cause: 'all' }
  const page = mount(() => useSpan(given.count, given.cause))
  page()
  list = { top: 100, height: 1000 * 136 }
  page()
  expect(page().span.size).toBe(33)
  given.cause = 'ready'
  page()
  expect(page().span.size).toBe(18)
  list = { top: 100, height: 500 * 68 }
  given.count = 500
  page()
  expect(page().span.size).toBe(33)
  phone.can('getWindowInfo', () => ({ windowHeight: 340 }))
  await phone.happens('resize')
  expect(page().span.size).toBe(18)
})

test('to the top: of the list, below what sticks there, and only from further down', () => {
  const page = mount(() => useSpan(1000, 'all'))
  page()
  scrolled(page, 5000)
  page().toTop()
  expect(phone.given('pageScrollTo')).toEqual([{ scrollTop: 60, duration: 0 }])
  scrolled(page, 60)
  page().toTop()
  scrolled(page, 61)
  page().toTop()
  expect(phone.given('pageScrollTo')).toHaveLength(2)
  list = { top: 10, height: 1000 * rowHeight }
  const high = mount(() => useSpan(1000, 'all'))
  high()
  scrolled(high, 30)
  high().toTop()
  expect(phone.given('pageScrollTo')[2]).toEqual({ scrollTop: 0, duration: 0 })
})

test('a page that is gone before it was measured does not scroll', async () => {
  list = null
  phone.can('pageScrollTo', () => Promise.reject(new Error('no page')))
  const page = mount(() => useSpan(1000, 'all'))
  scrolled(page, 10)
  page().toTop()
  await page.settled()
  expect(phone.given('pageScrollTo')).toEqual([{ scrollTop: 0, duration: 0 }])
})
