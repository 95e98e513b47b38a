/**
 * JSON with keys sorted at every level, for hashing: the same content gives the same text.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => (isRecord(each) ? sorted(each) : each))
}

/** Levels a text may nest; nobody we talk to comes near. */
const deepest = 64

/** A text, closed or not; the characters of a number; a bracket. Each takes all it can and none can fail half-way. */
const tokens = /"(?:[^"\\]|\\[\s\S])*"?|-?\d[\d.eE+-]*|[[{\]}]/g
const longInteger = /^-?\d{16,}$/

/**
 * JSON.parse that keeps integers of 16 digits and more as strings: vendors send 19-digit ids as numbers. Time grows
 * with the length of the text, whatever it holds. Throws SyntaxError, also for more than 64 levels.
 */
export function parseJsonKeepingIds(text: string): unknown {
  let depth = 0
  const kept = text.replace(tokens, token => {
    if (token === '{' || token === '[') depth += 1
    if (token === '}' || token === ']') depth -= 1
    if (depth > deepest) throw new SyntaxError('nested too deeply')
    return longInteger.test(token) ? `"${token}"` : token
  })
  return JSON.parse(kept)
}

/** What `parseJsonKeepingIds` makes of an object; null for all that is none. */
export function parseRecord(text: string): Record<string, unknown> | null {
  try {
    const value = parseJsonKeepingIds(text)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(record)
      .sort()
      .map(key => [key, record[key]]),
  )
}
