import { ActionError } from '../../domain/errors'
import { type Changed, type Changes, change } from '../../platform/change'
import { sha256 } from '../../platform/crypto'
import { canonicalJson } from '../../platform/json'
import type { Collections } from '../../platform/store'
import type { Deps } from './deps'
import { inLanes } from './lanes'

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
  decide: Decide<C>,
  flush: Flush<C>,
  known?: Collections[C],
): Promise<Changed<Collections[C]>> {
  const { document, changed, told } = await written(deps, collection, id, decide, known)
  return { document: told ? await flush(deps, document) : document, changed }
}

type Decide<C extends Recorded> = (before: Collections[C]) => Step<C> | null | Promise<Step<C> | null>

/** Documents written at once. */
const lanes = 10

/**
 * The same for many that have just been read: one write each, and `flush` is given all that have something to tell, once.
 * When one fails, the others are written and told all the same, and `onFailure` hears of it; without that the first error
 * is thrown at the end. Returns what was changed.
 */
export async function recordAll<C extends Recorded>(
  deps: Deps,
  collection: C,
  found: readonly Collections[C][],
  decide: Decide<C>,
  flush: (deps: Deps, documents: readonly Collections[C][]) => Promise<unknown>,
  onFailure?: OnFailure,
): Promise<Collections[C][]> {
  const queue = [...found]
  const all: Written<C>[] = []
  const errors: unknown[] = []
  await inLanes(lanes, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const outcome = written(deps, collection, next._id, decide, next)
      await outcome.then(each => all.push(each)).catch(onFailure ?? (error => errors.push(error)))
    }
  })
  await flush(
    deps,
    all.filter(({ told }) => told).map(({ document }) => document),
  )
  if (errors.length > 0) throw errors[0]
  return all.filter(({ changed }) => changed).map(({ document }) => document)
}

export type OnFailure = (error: unknown) => void

interface Written<C extends Recorded> extends Changed<Collections[C]> {
  /** Rows wait in its outbox that this call has put there. */
  told: boolean
}

async function written<C extends Recorded>(
  deps: Deps,
  collection: C,
  id: string,
  decide: Decide<C>,
  known?: Collections[C],
): Promise<Written<C>> {
  let rows = 0
  const decided = async (before: Collections[C]) => {
    const step = await decide(before)
    rows = step?.rows.length ?? 0
    return step && { ...step.changes, ...waiting(before, step.rows, deps.clock()) }
  }
  const { document, changed } = await change(deps.store, collection, id, decided, known)
  if (!document) throw new ActionError('NOT_FOUND')
  return { document, changed, told: rows > 0 }
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

/** Documents whose outboxes are emptied with one call. */
const flushSize = 100

/** Moves the audit rows of outboxes to where they belong, all of them together. Harmless to repeat. */
export async function flushOutboxes<C extends Recorded>(
  { store }: Deps,
  collection: C,
  documents: readonly Collections[C][],
): Promise<Collections[C][]> {
  const full = documents.filter(({ outbox }) => outbox.length > 0)
  await store.insertMany(
    'audit',
    full.flatMap(({ outbox }): Collections['audit'][] => [...outbox]),
  )
  for (let from = 0; from < full.length; from += flushSize)
    await store.clearOutbox(collection, full.slice(from, from + flushSize))
  return documents.map(each => ({ ...each, outbox: [], outboxAt: null }))
}

/** The same of one. */
export async function flushOutbox<C extends Recorded>(
  deps: Deps,
  collection: C,
  document: Collections[C],
): Promise<Collections[C]> {
  const [flushed = document] = await flushOutboxes(deps, collection, [document])
  return flushed
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
