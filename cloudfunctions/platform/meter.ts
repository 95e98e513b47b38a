import type { Used, VendorFailure } from '../domain/health'
import { insertPageSize } from './insertMany'
import { collectionNames, type Store } from './store'

/** What this instance has done and has not noted yet. */
export interface Meter extends Used {
  /** ms since the epoch; 0: nothing yet. */
  notedAt: number
  /** By vendor, ms since the epoch. */
  answered: Map<string, number>
  failed: Map<string, { at: number; why: VendorFailure }>
}

export function createMeter(): Meter {
  return { reads: 0, writes: 0, calls: 0, notedAt: 0, answered: new Map(), failed: new Map() }
}

/** The same store, counting as the platform does: every request is one read or one write, however much it finds. */
export function metered(store: Store, meter: Used): Store {
  const counting =
    (what: 'reads' | 'writes') =>
    <A extends unknown[], R>(call: (...given: A) => R) =>
    (...given: A): R => {
      meter[what] += 1
      return call(...given)
    }
  const read = counting('reads')
  const write = counting('writes')
  return {
    get: read(store.get) as Store['get'],
    find: read(store.find) as Store['find'],
    insert: write(store.insert) as Store['insert'],
    insertMany: (collection, documents) => {
      meter.writes += Math.ceil(documents.length / insertPageSize)
      return store.insertMany(collection, documents)
    },
    replace: write(store.replace) as Store['replace'],
    updateMany: write(store.updateMany) as Store['updateMany'],
    remove: write(store.remove) as Store['remove'],
    removeMany: write(store.removeMany) as Store['removeMany'],
    makeDue: write(store.makeDue),
    clearOutbox: write(store.clearOutbox) as Store['clearOutbox'],
    missing: () => {
      meter.reads += collectionNames.length
      return store.missing()
    },
  }
}
