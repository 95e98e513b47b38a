import { afterAll, endedPart, entryOf, idOf } from './index-keys'

/** One index of a collection: its fields in order. Directions do not count: it is walked either way. */
export interface SortedIndex {
  readonly fields: readonly string[]
  /** Whether some document holds a list in this field: it stands in several places then. */
  holdsLists(field: string): boolean
  /** How many places are between two keys, the second not among them. */
  count(range: Range): number
  /** Those documents, in the order of their keys or against it. One may come more than once. */
  walk(range: Range, backwards: boolean): Iterable<Place>
  add(id: string, document: Fields): void
  remove(id: string, document: Fields): void
  /** Adds many at once, to an index that is empty. */
  fill(documents: Iterable<readonly [id: string, document: Fields]>): void
}

/** From the first key on and before the second. */
export interface Range {
  from: string
  to: string
}

export interface Place {
  entry: string
  id: string
}

type Fields = Readonly<Record<string, unknown>>

/** More places of one document are not kept apart, as in no document of anybody. */
const mostPlaces = 1000

export function createSortedIndex(fields: readonly string[]): SortedIndex {
  let entries: string[] = []
  const lists = new Set<string>()

  const entriesOf = (id: string, document: Fields): string[] => {
    let keys = ['']
    for (const field of fields) {
      const value = document[field]
      if (!Array.isArray(value)) {
        const part = endedPart(value)
        keys = keys.length === 1 ? [keys[0] + part] : keys.map(key => key + part)
        continue
      }
      lists.add(field)
      const parts = value.length > 0 ? [...new Set(value.map(endedPart))] : [endedPart(null)]
      keys = keys.flatMap(key => parts.map(part => key + part)).slice(0, mostPlaces)
    }
    return keys.map(key => entryOf(key, id))
  }

  return {
    fields,
    holdsLists: field => lists.has(field),
    count: ({ from, to }) => Math.max(0, placeOf(entries, to) - placeOf(entries, from)),
    *walk({ from, to }, backwards) {
      const [first, last] = [placeOf(entries, from), placeOf(entries, to) - 1]
      const step = backwards ? -1 : 1
      for (let at = backwards ? last : first; at >= first && at <= last; at += step) {
        const entry = entries[at]
        if (entry !== undefined) yield { entry, id: idOf(entry) }
      }
    },
    add(id, document) {
      for (const entry of entriesOf(id, document)) {
        const at = placeOf(entries, entry)
        if (at === entries.length) entries.push(entry)
        else if (entries[at] !== entry) entries.splice(at, 0, entry)
      }
    },
    remove(id, document) {
      for (const entry of entriesOf(id, document)) {
        const at = placeOf(entries, entry)
        if (entries[at] === entry) entries.splice(at, 1)
      }
    },
    fill(documents) {
      entries = []
      for (const [id, document] of documents) entries.push(...entriesOf(id, document))
      entries.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    },
  }
}

/** Everything that begins with this key. */
export const under = (prefix: string): Range => ({ from: prefix, to: afterAll(prefix) })

/** Where an entry stands, or would. */
function placeOf(entries: readonly string[], wanted: string): number {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((entries[middle] ?? '') < wanted) low = middle + 1
    else high = middle
  }
  return low
}
