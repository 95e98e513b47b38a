import { sha256 } from '../../platform/crypto'
import { canonicalJson } from '../../platform/json'
import type { Collections } from '../../platform/store'
import type { Deps } from './deps'

interface Chained {
  _id: string
  auditHash: string
  outboxAt: number | null
}

/** Closes an audit row with its own hash. */
export function chained<R extends object>(row: R): R & { hash: string } {
  return { ...row, hash: sha256(canonicalJson(row)) }
}

/** Moves the audit rows of a document's outbox to where they belong. Harmless to repeat. */
export async function flushOutbox<D extends Chained & { outbox: Collections['audit'][] }>(
  { store }: Deps,
  collection: 'verifications' | 'batches' | 'invitations',
  document: D,
): Promise<D> {
  for (const row of document.outbox) await store.insert('audit', row)
  await store.clearOutbox(collection, document._id, document.auditHash)
  return { ...document, outbox: [], outboxAt: null }
}
