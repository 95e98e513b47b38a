import { ActionError } from '../domain/errors'
import type { Collections, Store, VersionedName } from './store'

/** Races lost in a row after which it is given up. */
const rounds = 25

export type Changes<C extends VersionedName> = Partial<Omit<Collections[C], '_id' | 'version'>>

/** The document as it is now, and whether this call has written it. */
export interface Changed<D> {
  document: D
  changed: boolean
}

type MaybeLater<T> = T | Promise<T>

/**
 * The one way to change a document: by compare-and-set, decided anew on the newer document when somebody else was
 * first. `decide` says what to write; null: nothing. What it has asked others for it keeps itself, between its calls.
 * Of a document that is not there nothing is decided: the answer holds null. Whoever has just read the document hands
 * it in as `known`, and it is not read again. Throws BUSY, and what `decide` throws.
 */
export async function change<C extends VersionedName>(
  store: Pick<Store, 'get' | 'replace'>,
  collection: C,
  id: string,
  decide: (before: Collections[C]) => MaybeLater<Changes<C> | null>,
  known: Collections[C] | null = null,
): Promise<Changed<Collections[C] | null>> {
  let first = known
  return contend<Changed<Collections[C] | null>>(async () => {
    const before = first ?? (await store.get(collection, id))
    first = null
    const changes = before && (await decide(before))
    if (!changes) return { won: { document: before, changed: false } }
    if (!(await store.replace(collection, id, before.version, changes))) return null
    return { won: { document: { ...before, ...changes, version: before.version + 1 }, changed: true } }
  })
}

/** All that a document holds of its own. */
type Content<C extends VersionedName> = Omit<Collections[C], '_id' | 'version'>

/**
 * The same for a document that may not be there: `decide` is told null then, and what it answers begins it. Whoever was
 * not first rests before the next try.
 */
export async function changeOrBegin<C extends VersionedName>(
  store: Pick<Store, 'insert' | 'get' | 'replace'>,
  collection: C,
  id: string,
  decide: (before: Collections[C] | null) => Content<C> | null,
  rest: () => Promise<void> = async () => {},
): Promise<Changed<Collections[C] | null>> {
  return contend<Changed<Collections[C] | null>>(async () => {
    const before = await store.get(collection, id)
    const decided = decide(before)
    if (!decided) return { won: { document: before, changed: false } }
    const content = withoutPlace(decided)
    const document = { ...content, _id: id, version: before ? before.version + 1 : 1 } as Collections[C]
    const won = before
      ? await store.replace(collection, id, before.version, content as Changes<C>)
      : await store.insert(collection, document)
    if (won) return { won: { document, changed: true } }
    await rest()
    return null
  })
}

/** What was decided may have begun as a copy of the document; its id cannot be changed, and its version is ours to count. */
function withoutPlace<C extends VersionedName>(decided: Content<C>): Content<C> {
  const { _id, version, ...content } = decided as Content<C> & { _id?: string; version?: number }
  return content as unknown as Content<C>
}

/** Tries for what only one can have, looking anew each time; null: somebody else was first. Throws BUSY. */
export async function contend<T>(attempt: () => Promise<{ won: T } | null>): Promise<T> {
  for (let round = 0; round < rounds; round++) {
    const outcome = await attempt()
    if (outcome) return outcome.won
  }
  throw new ActionError('BUSY')
}
