/** How much plain data may hold, whatever it is. */
export interface Bounds {
  /** Levels of objects and lists below the value itself. */
  depth: number
  /** Values of every kind, objects and lists included. */
  values: number
  /** UTF-16 units of all texts, names of fields included. */
  characters: number
}

/** Whether plain data stays within its bounds. Stops at the first that is passed, so a look costs no more than they allow. */
export function isWithin(value: unknown, { depth, values, characters }: Bounds): boolean {
  const waiting = [{ value, depth: 0 }]
  let seen = 0
  let read = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    seen += 1
    if (typeof next.value === 'string') read += next.value.length
    if (read > characters) return false
    if (typeof next.value !== 'object' || next.value === null) continue
    if (next.depth === depth) return false
    const entries = Object.entries(next.value)
    if (seen + waiting.length + entries.length > values) return false
    for (const [name, each] of entries) {
      if (!Array.isArray(next.value)) read += name.length
      waiting.push({ value: each, depth: next.depth + 1 })
    }
  }
  return true
}
