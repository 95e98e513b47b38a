/** A ring buffer of everything that went in and out, with secrets cut to their first four characters. */
import { isRecord } from './shape'

export interface TrafficEntry {
  id: number
  /** Real time, ISO 8601, whatever the simulator's clock says. */
  at: string
  direction: 'in' | 'out'
  method: string
  /** For `out` the address without its query. */
  path: string
  query: Record<string, string>
  headers: Record<string, string>
  body: unknown
  /** `null`: no answer was given or received. */
  status: number | null
  answer: unknown
  ms: number
  note: string | null
}

export interface TrafficLog {
  add(entry: Omit<TrafficEntry, 'id'>): void
  /** Entries after `id` whose path starts with `prefix`. */
  since(id: number, prefix: string): TrafficEntry[]
  /** Calls per `METHOD path` since the last clear, also those the buffer has forgotten. */
  counts(prefix: string): Record<string, number>
  clear(): void
}

export function createTrafficLog(secretNames: readonly string[], capacity = 500): TrafficLog {
  const secrets = new Set(secretNames.map(name => name.toLowerCase()))
  let entries: TrafficEntry[] = []
  let calls = new Map<string, { path: string; count: number }>()
  let lastId = 0

  return {
    add(entry) {
      lastId += 1
      entries.push({
        ...entry,
        id: lastId,
        query: maskRecord(entry.query, secrets),
        headers: maskRecord(entry.headers, secrets),
        body: maskDeep(entry.body, secrets),
        answer: maskDeep(entry.answer, secrets),
      })
      if (entries.length > capacity) entries = entries.slice(-capacity)
      const key = `${entry.method} ${entry.path}`
      calls.set(key, { path: entry.path, count: (calls.get(key)?.count ?? 0) + 1 })
    },
    since: (id, prefix) => entries.filter(entry => entry.id > id && entry.path.startsWith(prefix)),
    counts: prefix =>
      Object.fromEntries(
        [...calls].filter(([, call]) => call.path.startsWith(prefix)).map(([key, call]) => [key, call.count]),
      ),
    // Ids go on after a clear, so that a reader's `since` stays valid.
    clear() {
      entries = []
      calls = new Map()
    },
  }
}

/** First four characters; of a URL, everything up to four characters of its last segment. */
export function maskSecret(value: string): string {
  const start = /^https?:\/\//.test(value) ? value.lastIndexOf('/') + 1 : 0
  const shown = value.slice(0, start + 4)
  return shown.length === value.length ? value : `${shown}…`
}

function maskRecord(record: Record<string, string>, secrets: Set<string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      secrets.has(name.toLowerCase()) ? maskSecret(value) : value,
    ]),
  )
}

function maskDeep(value: unknown, secrets: Set<string>): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => maskDeep(item, secrets))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      typeof inner === 'string' && secrets.has(name.toLowerCase())
        ? maskSecret(inner)
        : maskDeep(inner, secrets),
    ]),
  )
}
