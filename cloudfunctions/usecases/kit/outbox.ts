import { ActionError } from '../../domain/errors'
import { type Changed, type Changes, change } from '../../platform/change'
import { sha256 } from '../../platform/crypto'
import { canonicalJson } from '../../platform/json'
import type { Collections } from '../../platform/store'
import type { Deps } from './deps'

/** The documents whose changes leave rows in the audit. */
type Recorded = 'verifications' | 'batches' | 'invitations'
type Row<C extends Recorded> = Collections[C]['outbox'][number]
type Flush<C extends Recorded> = (deps: Deps, document: Collections[C]) => Promise<Collections[C]>
/** What the outbox itself writes. */
type Kept = 'outbox' | 'outboxAt' | 'auditHash'

/** What to write, and the rows that tell of it. */
export interface Step<C extends Recorded> {
  changes: Omit<Changes<C>, Kept>
  rows: readonly Row<C>[]
}

/** An outbox this old, ms, belongs to a process that died. */
const abandoned = 60_000
/** Documents of one run of the sweep. */
const runSize = 100

/** Closes an audit row with its own hash. */
export function chained<R extends object>(row: R): R & { hash: string } {
  return { ...row, hash: sha256(canonicalJson(row)) }
}

/**
 * Changes a document and leaves its audit rows in the same write: they stand in its outbox first, then in `audit`. A
 * process that dies in between leaves them to the sweep. null changes nothing. Throws NOT_FOUND, BUSY.
 */
export async function record<C extends Recorded>(
  deps: Deps,
  collection: C,
  id: string,
  decide: (before: Collections[C]) => Step<C> | null | Promise<Step<C> | null>,
  flush: Flush<C> = (...given) => flushOutbox(given[0], collection, given[1]),
): Promise<Changed<Collections[C]>> {
  let told = 0
  const { document, changed } = await change(deps.store, collection, id, async before => {
    const step = await decide(before)
    told = step?.rows.length ?? 0
    return step && { ...step.changes, ...waiting(before, step.rows, deps.clock()) }
  })
  if (!document) throw new ActionError('NOT_FOUND')
  return { document: changed && told > 0 ? await flush(deps, document) : document, changed }
}

/** The outbox with these rows in it, where there are any. */
function waiting<C extends Recorded>(
  { outbox, outboxAt }: Collections[C],
  rows: readonly Row<C>[],
  now: number,
): Changes<C> {
  const last = rows.at(-1)
  if (!last) return {}
  return { outbox: [...outbox, ...rows], outboxAt: outboxAt ?? now, auditHash: last.hash } as Changes<C>
}

/** Moves the audit rows of a document's outbox to where they belong. Harmless to repeat. */
export async function flushOutbox<C extends Recorded>(
  { store }: Deps,
  collection: C,
  document: Collections[C],
): Promise<Collections[C]> {
  for (const row of document.outbox) await store.insert('audit', row)
  await store.clearOutbox(collection, document._id, document.auditHash)
  return { ...document, outbox: [], outboxAt: null }
}

/** Which documents have rows that a process which died has left. */
interface Abandoned {
  where: [['outboxAt', 'gt', number], ['outboxAt', 'lte', number]]
  limit: number
}

/** What processes that died have left in outboxes. Returns how many documents had some. */
export async function flushAbandoned<D>(
  { clock }: Deps,
  find: (left: Abandoned) => Promise<D[]>,
  flush: (document: D) => Promise<D>,
): Promise<number> {
  const left = await find({
    where: [
      ['outboxAt', 'gt', 0],
      ['outboxAt', 'lte', clock() - abandoned],
    ],
    limit: runSize,
  })
  for (const document of left) await flush(document)
  return left.length
}
