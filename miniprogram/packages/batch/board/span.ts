/** Which rows of the list exist in the tree: `size` of them from `start` on. */
export interface Span {
  start: number
  size: number
}

/** Where the list is on the screen, px. */
export interface Viewport {
  scrollTop: number
  /** Of the screen. */
  height: number
  /** Distance of the list from the top of the page. */
  listTop: number
  /** From one row to the next. */
  pitch: number
}

/** Three screens of rows. */
const screens = 3
/** A very tall window gets fewer screens. */
const most = 57

/**
 * The rows to keep around the screen. Returns `known` itself as long as the middle of the screen is in the middle
 * third of it: scrolling then costs nothing.
 */
export function spanOf(known: Span | null, view: Viewport, count: number): Span {
  const fits = Math.ceil(view.height / view.pitch) + 1
  const size = Math.min(fits * screens, most)
  const last = Math.max(0, count - size)
  const first = Math.floor((view.scrollTop - view.listTop) / view.pitch)
  const middle = Math.max(first, 0) + fits / 2
  if (known && known.size === size && known.start <= last) {
    const depth = middle - known.start
    if (depth >= size / 3 && depth < (size * 2) / 3) return known
  }
  const start = Math.min(Math.max(Math.floor(middle - size / 2), 0), last)
  return known && known.start === start && known.size === size ? known : { start, size }
}

/**
 * Which place of the list each of `slots` elements shows; null for those left over. An element keeps its row while
 * the span moves, so that only rows that come and go are sent.
 */
export function placesOf({ start }: Span, slots: number, count: number): (number | null)[] {
  const places = new Array<number | null>(slots).fill(null)
  for (let place = start; place < Math.min(start + slots, count); place += 1) places[place % slots] = place
  return places
}
