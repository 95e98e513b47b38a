import { type Bound, type Condition, conditionsOf } from './conditions'
import type { Document } from './ejson'
import { afterAll, keyOf, partOf } from './index-keys'
import { type Place, type Range, type SortedIndex, under } from './sorted-index'

/** One way to the documents of a question: through an index, and whether they come in the order that was asked for. */
export interface Plan {
  index: SortedIndex
  ranges: readonly Range[]
  ordered: boolean
  backwards: boolean
  /** Of the key, those before are the same for all of a range. */
  fixedParts: number
  /** Places that are walked at most. */
  places: number
}

/** So many at most are tried side by side. */
const mostPlans = 4
/** A product of lists that is longer is no way at all. */
const mostRanges = 2000

/** The ways there are, the shortest first. None: everything must be looked at. */
export function plansFor(indexes: readonly SortedIndex[], query: Document, order: Document = {}): Plan[] {
  const conditions = conditionsOf(query)
  const plans = indexes.flatMap(index => planOf(index, conditions, order) ?? [])
  return plans
    .sort((a, b) => a.places - b.places || Number(b.ordered) - Number(a.ordered))
    .slice(0, mostPlans)
}

function planOf(index: SortedIndex, conditions: Map<string, Condition>, order: Document): Plan | null {
  let prefixes: string[][] = [[]]
  let fixed = 0
  for (const field of index.fields) {
    const equal = conditions.get(field)?.equal
    if (!equal || prefixes.length * equal.length > mostRanges) break
    const parts = [...new Set(equal.map(partOf))]
    prefixes = prefixes.flatMap(prefix => parts.map(part => [...prefix, part]))
    fixed += 1
  }
  const next = index.fields[fixed]
  const { above, below } = (next !== undefined && conditions.get(next)) || {}
  const isList = next !== undefined && index.holdsLists(next)
  const ranges = prefixes.map(prefix => rangeOf(keyOf(prefix), above, isList && above ? undefined : below))
  const { ordered, backwards } = orderOf(index, fixed, conditions, order)
  if (fixed === 0 && !above && !below && !ordered) return null
  const places = ranges.reduce((sum, range) => sum + index.count(range), 0)
  return { index, ranges, ordered, backwards, fixedParts: fixed, places }
}

/** A bound lets through values of its own type alone. */
function rangeOf(prefix: string, above: Bound | undefined, below: Bound | undefined): Range {
  const whole = under(prefix)
  const one = above ?? below
  if (!one) return whole
  const type = under(prefix + partOf(one.value).slice(0, 1))
  const at = ({ value, inclusive }: Bound, isEnd: boolean) => {
    const key = prefix + keyOf([partOf(value)])
    return inclusive === isEnd ? afterAll(key) : key
  }
  return { from: above ? at(above, false) : type.from, to: below ? at(below, true) : type.to }
}

/** Whether the index runs in the order asked for, and which way. What has one value needs no order. */
function orderOf(
  index: SortedIndex,
  fixed: number,
  conditions: Map<string, Condition>,
  order: Document,
): { ordered: boolean; backwards: boolean } {
  // Only an index that has the field can tell that no document holds a list in it.
  const isOne = (field: string) =>
    conditions.get(field)?.equal?.length === 1 &&
    index.fields.slice(0, fixed).includes(field) &&
    !index.holdsLists(field)
  const wanted = Object.entries(order).filter(([field]) => !isOne(field))
  const backwards = wanted[0]?.[1] === -1
  const ordered =
    Object.keys(order).length > 0 &&
    wanted.every(
      ([field, direction], at) =>
        index.fields[fixed + at] === field && !index.holdsLists(field) && (direction === -1) === backwards,
    )
  return { ordered, backwards }
}

/** The ids of a plan, each once; in the order asked for when the plan is ordered. */
export function* idsOf({ index, ranges, ordered, backwards, fixedParts }: Plan): Iterable<string> {
  const walks = ranges.map(range => index.walk(range, backwards)[Symbol.iterator]())
  const places = ordered && walks.length > 1 ? merged(walks, fixedParts, backwards) : oneByOne(walks)
  const seen = new Set<string>()
  for (const { id } of places) {
    if (seen.has(id)) continue
    seen.add(id)
    yield id
  }
}

function* oneByOne(walks: readonly Iterator<Place>[]): Iterable<Place> {
  for (const walk of walks) {
    for (let next = walk.next(); !next.done; next = walk.next()) yield next.value
  }
}

/** Several walks as one, by what stands in their keys after the fixed parts. */
function* merged(walks: readonly Iterator<Place>[], fixedParts: number, backwards: boolean): Iterable<Place> {
  const heads = walks.map(walk => ({ walk, place: placeAt(walk) }))
  for (;;) {
    let best: (typeof heads)[number] | undefined
    for (const head of heads) {
      if (!head.place) continue
      const [own, other] = [restOf(head.place, fixedParts), best?.place && restOf(best.place, fixedParts)]
      if (other === undefined || (backwards ? own > other : own < other)) best = head
    }
    if (!best?.place) return
    yield best.place
    best.place = placeAt(best.walk)
  }
}

function placeAt(walk: Iterator<Place>): Place | undefined {
  const next = walk.next()
  return next.done ? undefined : next.value
}

function restOf({ entry }: Place, fixedParts: number): string {
  let at = 0
  for (let part = 0; part < fixedParts; part++) at = entry.indexOf('\u0000\u0000', at) + 2
  return entry.slice(at)
}
