import { randomUUID } from 'node:crypto'
import { decode } from './ejson'
import { GatewayError } from './errors'
import type { Store, Write } from './store'
import type { StoredDocument } from './stored-document'
import type { View } from './view'

/**
 * Optimistic transactions: reads are noted with their version, writes stay private, and commit succeeds only when
 * nothing that was read has changed since it was FIRST read.
 */
export interface Transactions {
  start(): string
  /** Throws DATABASE_TRANSACTION_FAIL when it is unknown, ended or older than 30 s. */
  view(id: string): View
  commit(id: string): void
  abort(id: string): void
}

const lifetimeMs = 30_000

interface Transaction {
  startedAt: number
  /** One entry a document: the version of its first read, undefined when it did not exist. */
  reads: { collection: string; id: string; version: number | undefined }[]
  writes: Map<string, Write>
  /** What this transaction has seen and written, so that it reads the same twice. */
  picture: Map<string, StoredDocument | undefined>
}

export function createTransactions(store: Store, now: () => number): Transactions {
  const open = new Map<string, Transaction>()

  const find = (id: string): Transaction => {
    const transaction = open.get(id)
    if (transaction && now() - transaction.startedAt <= lifetimeMs) return transaction
    open.delete(id)
    throw new GatewayError(
      'DATABASE_TRANSACTION_FAIL',
      `Transaction ${id} does not exist, has ended, or is older than 30 seconds`,
    )
  }

  const read = (transaction: Transaction, collection: string, id: string) => {
    const key = keyOf(collection, id)
    if (transaction.picture.has(key)) return transaction.picture.get(key)
    const document = store.read(collection, id)
    transaction.reads.push({ collection, id, version: document?.version })
    transaction.picture.set(key, document)
    return document
  }

  const write = (transaction: Transaction, change: Write) => {
    read(transaction, change.collection, change.id)
    const key = keyOf(change.collection, change.id)
    transaction.writes.set(key, change)
    transaction.picture.set(key, pending(change))
  }

  const forgetExpired = () => {
    for (const [id, transaction] of open) {
      if (now() - transaction.startedAt > lifetimeMs) open.delete(id)
    }
  }

  return {
    start: () => {
      forgetExpired()
      const id = randomUUID()
      open.set(id, { startedAt: now(), reads: [], writes: new Map(), picture: new Map() })
      return id
    },
    view: id => {
      const transaction = find(id)
      return {
        hasCollection: store.hasCollection,
        read: (collection, documentId) => read(transaction, collection, documentId),
        scan: () => [],
        indexesOf: () => [],
        commit: writes => {
          for (const change of writes) write(transaction, change)
        },
        singleDocuments: true,
      }
    },
    commit: id => {
      const transaction = find(id)
      open.delete(id)
      for (const { collection, id, version } of transaction.reads) {
        if (store.read(collection, id)?.version !== version) throw conflict(collection)
      }
      store.commit([...transaction.writes.values()])
    },
    abort: id => {
      find(id)
      open.delete(id)
    },
  }
}

function conflict(collection: string): GatewayError {
  return new GatewayError(
    'DATABASE_TRANSACTION_CONFLICT',
    `TransactionConflict: a document of ${collection} has changed since it was read`,
  )
}

function keyOf(collection: string, id: string): string {
  return `${collection}\u0000${id}`
}

function pending(change: Write): StoredDocument | undefined {
  if (change.text === undefined) return undefined
  return {
    id: change.id,
    version: 0,
    text: change.text,
    value: decode(change.text, 0, 'a document'),
  }
}
