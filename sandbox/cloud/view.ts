import type { Store, StoredDocument, Write } from './store'

/** What an operation reads and writes: the store itself, or a transaction's private picture of it. */
export interface View {
  hasCollection(name: string): boolean
  read(collection: string, id: string): StoredDocument | undefined
  scan(collection: string): Iterable<StoredDocument>
  commit(writes: readonly Write[]): void
  /** Transactions carry single-document calls only. */
  readonly singleDocuments: boolean
}

export function storeView(store: Store): View {
  return {
    hasCollection: store.hasCollection,
    read: store.read,
    scan: store.scan,
    commit: store.commit,
    singleDocuments: false,
  }
}
