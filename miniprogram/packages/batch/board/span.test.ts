import { placesOf, type Span, spanOf, type Viewport } from './span'

/** Eleven rows fit a screen of 724 px, so the span is 3 × 12. */
const view = (scrollTop: number, part: Partial<Viewport> = {}): Viewport => ({
  scrollTop,
  height: 724,
  listTop: 300,
  pitch: 68,
  ...part,
})

test('begins with the first three screens', () => {
  expect(spanOf(null, view(0), 1000)).toEqual({ start: 0, size: 36 })
})

test('stays the same object while the screen is in its middle third', () => {
  const span: Span = { start: 100, size: 36 }
  const top = (row: number) => 300 + row * 68
  for (const row of [106, 110, 117]) expect(spanOf(span, view(top(row)), 1000)).toBe(span)
})

test('stays the same object where it cannot move, and at the very end', () => {
  const [first, last]: Span[] = [
    { start: 0, size: 36 },
    { start: 100, size: 36 },
  ]
  expect(spanOf(first as Span, view(0), 1000)).toBe(first)
  for (const row of [106, 117, 130]) expect(spanOf(last as Span, view(300 + row * 68), 136)).toBe(last)
})

test.each([
  ['above', 105, 93],
  ['below', 118, 106],
])('moves around the screen when that leaves the middle third %s', (_side, row, start) => {
  expect(spanOf({ start: 100, size: 36 }, view(300 + row * 68), 1000)).toEqual({ start, size: 36 })
})

test('what is on the screen is always in the span, wherever one scrolls', () => {
  let span: Span | null = null
  for (let scrollTop = 0; scrollTop < 68_300; scrollTop += 311) {
    span = spanOf(span, view(scrollTop), 1000)
    const first = Math.max(0, Math.floor((scrollTop - 300) / 68))
    expect(span.start).toBeLessThanOrEqual(first)
    expect(span.start + span.size).toBeGreaterThanOrEqual(Math.min(1000, first + 11))
  }
})

test('a turned phone keeps as many rows as it has room for', () => {
  expect(spanOf({ start: 100, size: 36 }, view(300 + 106 * 68, { height: 340 }), 1000)).toEqual({
    start: 100,
    size: 18,
  })
})

test('stops at the end of the list', () => {
  expect(spanOf({ start: 0, size: 36 }, view(68_000), 1000)).toEqual({ start: 964, size: 36 })
})

test('comes back when a search leaves fewer rows than it stood at', () => {
  for (const row of [500, 508])
    expect(spanOf({ start: 500, size: 36 }, view(300 + row * 68), 3)).toEqual({ start: 0, size: 36 })
})

test('a tall window keeps fewer screens, and never more than 57 rows', () => {
  expect(spanOf(null, view(0, { height: 2000 }), 1000).size).toBe(57)
})

test('an element keeps its row while the span moves', () => {
  expect(placesOf({ start: 0, size: 4 }, 4, 10)).toEqual([0, 1, 2, 3])
  expect(placesOf({ start: 2, size: 4 }, 4, 10)).toEqual([4, 5, 2, 3])
})

test('elements without a row are left over', () => {
  expect(placesOf({ start: 0, size: 4 }, 4, 2)).toEqual([0, 1, null, null])
})
