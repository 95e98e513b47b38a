/** A ring buffer of everything that went in and out; what may not be shown is masked before it is kept. */
import { isRecord } from '../../record'

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

export type Mask = (value: string) => string

/** `masks`: how the values of headers, query parameters and JSON keys of these names are shown. */
export function createTrafficLog(masks: Readonly<Record<string, Mask>>, capacity = 500): TrafficLog {
  const byName = new Map(Object.entries(masks).map(([name, mask]) => [name.toLowerCase(), mask]))
  let entries: TrafficEntry[] = []
  let calls = new Map<string, { path: string; count: number }>()
  let lastId = 0

  return {
    add(entry) {
      lastId += 1
      entries.push({
        ...entry,
        id: lastId,
        query: maskRecord(entry.query, byName),
        headers: maskRecord(entry.headers, byName),
        body: maskDeep(entry.body, byName),
        answer: maskDeep(entry.answer, byName),
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

type Masks = ReadonlyMap<string, Mask>

function maskRecord(record: Record<string, string>, masks: Masks): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, masks.get(name.toLowerCase())?.(value) ?? value]),
  )
}

/** `mask`: that of the key the value stands under; a list of texts is masked text by text. */
function maskDeep(value: unknown, masks: Masks, mask?: Mask): unknown {
  if (typeof value === 'string') return mask ? mask(value) : value
  if (Array.isArray(value)) return value.map((item: unknown) => maskDeep(item, masks, mask))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      maskDeep(inner, masks, masks.get(name.toLowerCase())),
    ]),
  )
}
