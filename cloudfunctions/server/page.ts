/** Bytes of an answer that its items may take: HTTP access lets 100 KB of text through, and some stands around them. */
const room = 96 * 1024

interface Page<D> {
  items: readonly D[]
  nextCursor: string | null
}

/**
 * As many of the items as one answer holds, one at least; the next page begins after the last of them. `cursorOf` says
 * where a page after an item begins.
 */
export function pageOf<D, R>(
  { items, nextCursor }: Page<D>,
  resourceOf: (item: D) => R,
  cursorOf: (item: D) => string,
): { items: R[]; nextCursor: string | null } {
  const shown: R[] = []
  let bytes = 0
  let last: D | null = null
  for (const item of items) {
    const resource = resourceOf(item)
    bytes += Buffer.byteLength(JSON.stringify(resource)) + 1
    if (bytes > room && last !== null) return { items: shown, nextCursor: cursorOf(last) }
    shown.push(resource)
    last = item
  }
  return { items: shown, nextCursor }
}
