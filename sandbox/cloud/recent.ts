import type { StoredDocument } from './stored-document'

/** The documents used last, as many as `most` characters of text allow. */
export interface Recent {
  get(collection: string, id: string): StoredDocument | undefined
  put(collection: string, document: StoredDocument): void
  drop(collection: string, id: string): void
}

/** Characters; decoded, a document takes several times as many bytes. */
const mostText = 16_000_000

export function createRecent(most = mostText): Recent {
  const documents = new Map<string, StoredDocument>()
  let size = 0
  const keyOf = (collection: string, id: string) => `${collection}\u0000${id}`
  const drop = (key: string) => {
    size -= documents.get(key)?.text.length ?? 0
    documents.delete(key)
  }
  return {
    get: (collection, id) => documents.get(keyOf(collection, id)),
    put(collection, document) {
      const key = keyOf(collection, document.id)
      drop(key)
      documents.set(key, document)
      size += document.text.length
      for (const oldest of documents.keys()) {
        if (size <= most) return
        drop(oldest)
      }
    },
    drop: (collection, id) => drop(keyOf(collection, id)),
  }
}
