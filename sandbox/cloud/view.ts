import type { SortedIndex } from './sorted-index'
import type { Store, Write } from './store'
import type { StoredDocument } from './stored-document'

/** What an operation reads and writes: the store itself, or a transaction's private picture of it. */
export interface View {
  hasCollection(name: string): boolean
  read(collection: string, id: string): StoredDocument | undefined
  scan(collection: string): Iterable<StoredDocument>
  indexesOf(collection: string): readonly SortedIndex[]
  commit(writes: readonly Write[]): void
  /** Told of every search. */
  looked?: (how: Looked) => void
  /** Transactions carry single-document calls only. */
  readonly singleDocuments: boolean
}

/** How a question was answered; `index` null: by looking through the collection. */
export interface Looked {
  collection: string
  index: string | null
  /** Documents looked at, and those that were answered or changed. */
  examined: number
  found: number
}

export function storeView(store: Store, looked?: View['looked']): View {
  return {
    ...(looked && { looked }),
    hasCollection: store.hasCollection,
    read: store.read,
    scan: store.scan,
    indexesOf: store.indexesOf,
    commit: store.commit,
    singleDocuments: false,
  }
}
