import type { CollectionName, Collections, Store } from './store'

/**
 * Several documents in one call: their ids, or null when not all were put in, for whatever reason. No document says what
 * becomes of the others when one of them is there already, so nothing is concluded from it.
 */
export type AddAll = <C extends CollectionName>(
  collection: C,
  documents: readonly Collections[C][],
) => Promise<readonly string[] | null>

interface Ways extends Pick<Store, 'get' | 'insert'> {
  addAll: AddAll
  /** Ours among those with these ids. */
  byIds: <C extends CollectionName>(collection: C, ids: readonly string[]) => Promise<Collections[C][]>
}

/** Documents of one call: few enough for any limit on what a call or its answer may hold. */
export const insertPageSize = 50

/** `insertMany` of a store. A page of which nothing was there costs one call; else it is read back, and what is missing put in. */
export function createInsertMany({ get, insert, byIds, addAll }: Ways): Store['insertMany'] {
  return async (collection, documents) => {
    const all: (typeof documents)[number][] = []
    for (let from = 0; from < documents.length; from += insertPageSize)
      all.push(...(await page(collection, documents.slice(from, from + insertPageSize))))
    return all
  }

  async function page<C extends CollectionName>(
    collection: C,
    documents: readonly Collections[C][],
  ): Promise<Collections[C][]> {
    if (await addedAll(collection, documents)) return [...documents]
    const found = await byIds(
      collection,
      documents.map(({ _id }) => _id),
    )
    const there = new Map(found.map(each => [String(each._id), each]))
    const missing = documents.filter(({ _id }) => !there.has(_id))
    if (missing.length > 0 && !(await addedAll(collection, missing))) {
      for (const each of missing) {
        // A forgery makes way for ours; what somebody else has put in meanwhile is as good.
        const isOurs = await insert(collection, each)
        there.set(each._id, (isOurs ? null : await get(collection, each._id)) ?? each)
      }
    }
    return documents.map(each => there.get(each._id) ?? each)
  }

  async function addedAll<C extends CollectionName>(
    collection: C,
    documents: readonly Collections[C][],
  ): Promise<boolean> {
    const [first, ...others] = documents
    if (first && others.length === 0) return insert(collection, first)
    return (await addAll(collection, documents))?.length === documents.length
  }
}
