import { conditionsOf } from './conditions'
import type { Document } from './ejson'
import { matcher } from './mongo'
import { idsOf, type Plan, plansFor } from './plan'
import type { StoredDocument } from './stored-document'
import type { View } from './view'

export interface Wanted {
  order?: Document | undefined
  /** Whoever asks for no more than so many, in an order an index has, has no more looked at. */
  most: number
}

/**
 * The documents that fit, in no order that may be relied on. Ids are looked up; else the ways through the indexes are
 * tried side by side, a document each in turn, as MongoDB does, and the first to come to its end is taken.
 */
export function search(
  view: View,
  collection: string,
  query: Document,
  { order, most }: Wanted,
): StoredDocument[] {
  const matches = matcher(query)
  const ways = waysOf(view, collection, query, order).map(way => ({
    ...way,
    ids: way.ids[Symbol.iterator](),
    found: [] as StoredDocument[],
    examined: 0,
  }))
  for (;;) {
    for (const way of ways) {
      const next = way.ids.next()
      const document = next.done ? undefined : next.value
      if (document) way.examined += 1
      if (document && matches(document.value)) way.found.push(document)
      if (!next.done && !(way.stopsEarly && way.found.length >= most)) continue
      view.looked?.({
        collection,
        index: way.index,
        examined: way.examined,
        found: Math.min(way.found.length, most),
      })
      return way.found
    }
  }
}

interface Way {
  index: string | null
  /** Documents come in the order asked for. */
  stopsEarly: boolean
  ids: Iterable<StoredDocument | undefined>
}

function waysOf(view: View, collection: string, query: Document, order: Document = {}): Way[] {
  const isOrdered = Object.keys(order).length > 0
  const named = namedIds(query)
  if (named) return [{ index: '_id', stopsEarly: !isOrdered, ids: documents(view, collection, named) }]
  const plans = plansFor(view.indexesOf(collection), query, order)
  if (plans.length === 0) return [{ index: null, stopsEarly: !isOrdered, ids: view.scan(collection) }]
  return plans.map(plan => ({
    index: nameOf(plan),
    stopsEarly: plan.ordered || !isOrdered,
    ids: documents(view, collection, idsOf(plan)),
  }))
}

const nameOf = ({ index }: Plan): string => index.fields.join('_')

function* documents(
  view: View,
  collection: string,
  ids: Iterable<string>,
): Iterable<StoredDocument | undefined> {
  for (const id of ids) yield view.read(collection, id)
}

/** The ids a question names, each once and in their order; undefined when it names none. */
function namedIds(query: Document): string[] | undefined {
  const ids = conditionsOf(query).get('_id')?.equal
  return ids?.every((id): id is string => typeof id === 'string') ? [...new Set(ids)].sort() : undefined
}
