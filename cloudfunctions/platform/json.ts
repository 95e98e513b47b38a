/**
 * JSON with keys sorted at every level, for hashing: the same content gives the same text.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => (isRecord(each) ? sorted(each) : each))
}

/** JSON.parse that keeps integers of 16 digits and more as strings: vendors send 19-digit ids as numbers. */
export function parseJsonKeepingIds(text: string): unknown {
  return JSON.parse(
    text.replace(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g, token =>
      token.startsWith('"') ? token : `"${token}"`,
    ),
  )
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}
