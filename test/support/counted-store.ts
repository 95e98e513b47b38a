import { insertPageSize } from '../../cloudfunctions/platform/insertMany'
import type { Store } from '../../cloudfunctions/platform/store'

export interface Counts {
  reads: number
  writes: number
  /** Found by those reads. */
  documents: number
}

/** The same store, counting as the platform does: every request is one read or one write, however much it finds. */
export function countedStore(store: Store): { store: Store; counts: Counts } {
  const counts: Counts = { reads: 0, writes: 0, documents: 0 }
  const read =
    <A extends unknown[], R>(call: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      counts.reads += 1
      const found = await call(...given)
      counts.documents += Array.isArray(found) ? found.length : found ? 1 : 0
      return found
    }
  const write =
    <A extends unknown[], R>(call: (...given: A) => R) =>
    (...given: A): R => {
      counts.writes += 1
      return call(...given)
    }
  return {
    counts,
    store: {
      get: read(store.get) as Store['get'],
      find: read(store.find) as Store['find'],
      insert: write(store.insert) as Store['insert'],
      insertMany: (collection, documents) => {
        counts.writes += Math.ceil(documents.length / insertPageSize)
        return store.insertMany(collection, documents)
      },
      replace: write(store.replace) as Store['replace'],
      updateMany: write(store.updateMany) as Store['updateMany'],
      remove: write(store.remove) as Store['remove'],
      removeMany: write(store.removeMany) as Store['removeMany'],
      makeDue: write(store.makeDue),
      clearOutbox: write(store.clearOutbox) as Store['clearOutbox'],
      missing: store.missing,
    },
  }
}
