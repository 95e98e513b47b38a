import type * as v from 'valibot'
import type { KeptAnswer } from '../../domain/keptAnswer'
import { isHeld } from '../../domain/lease'
import type { Deps } from './deps'
import { openSealed } from './openSealed'

/**
 * The one rule for whatever makes something: the same key with the same content is the same call, answered again and
 * done once; with other content it is refused, and nothing is written.
 */

interface Asked {
  /** Who asks, and what for: keys of different callers never meet. */
  scope: readonly string[]
  /** openid of who asks, where it is a person: what is kept can be erased with the rest. */
  owner?: string
  key: string
  /** The content the key stands for. */
  request: string
}

/** What to throw. `inProgress`: the first call has not answered yet. */
export type Refuse = (why: 'reused' | 'inProgress') => Error

/** ms a call that has not answered may still be at it: longer than any run. */
const lease = 90_000

interface Keeping<S extends v.GenericSchema> {
  /** Of the answer, which is kept as JSON, sealed: it may hold a secret that is shown once. */
  schema: S
  /** ms */
  keptFor: number
  refuse: Refuse
}

/**
 * Does `work` once for each key, and answers the same for as long as the answer is kept. What failed without an answer
 * may be tried again, with the same content or another. `work` is given an intent that stays the same over all tries
 * with the same content, so that what died or failed half-way is taken up where it was: see `repeatable`. Throws what
 * `refuse` and `work` do.
 */
export async function once<S extends v.GenericSchema>(
  deps: Deps,
  asked: Asked,
  { schema, keptFor, refuse }: Keeping<S>,
  work: (intent: string) => Promise<v.InferOutput<S>>,
): Promise<v.InferOutput<S>> {
  const id = idOf(deps, asked)
  const place = await placeOf(deps, { id, keptFor, refuse, ...asked })
  if (place.sealed !== null) return openSealed(deps, schema, place.sealed, { kind: 'keptAnswer', id })
  try {
    const answer = await work(deps.vault.digest('intent', id, place.requestHash).slice(0, 48))
    await deps.store.replace('kept_answers', id, place.version, {
      sealed: deps.vault.seal(answer, { kind: 'keptAnswer', id }),
    })
    return answer
  } catch (error) {
    await deps.store.remove('kept_answers', id, place.version)
    throw error
  }
}

/** The same with ids and secrets that follow from the intent: made twice, it is the same thing. */
export function repeatable(deps: Deps, intent: string): Deps {
  let drawn = 0
  const random = (bytes: number): string => {
    drawn += 1
    let digits = ''
    for (let part = 0; digits.length < bytes * 2; part++)
      digits += deps.vault.digest('intentRandom', intent, String(drawn), String(part))
    return digits.slice(0, bytes * 2)
  }
  return { ...deps, random }
}

interface Wanted {
  id: string
  request: string
  owner?: string
  keptFor: number
  refuse: Refuse
}

/** The answer of before, or a place that is ours alone for a while. */
async function placeOf(deps: Deps, { id, request, owner, keptFor, refuse }: Wanted): Promise<KeptAnswer> {
  const { store, clock } = deps
  const now = clock()
  const requestHash = hashOf(deps, request)
  const times = { leaseUntil: now + lease, expiresAt: now + keptFor }
  const fresh: KeptAnswer = {
    _id: id,
    version: 1,
    requestHash,
    sealed: null,
    ...holderOf(deps, owner),
    ...times,
  }
  if (await store.insert('kept_answers', fresh)) return fresh
  const found = await store.get('kept_answers', id)
  // Taken back in this very moment.
  if (!found) throw refuse('inProgress')
  if (found.expiresAt <= now) return taken(fresh, found)
  if (found.requestHash !== requestHash) throw refuse('reused')
  if (found.sealed !== null) return found
  // Whoever was at it died: it is taken up where it was, as the same intent.
  if (!isHeld(found.leaseUntil, now, lease)) return taken({ ...fresh, expiresAt: found.expiresAt }, found)
  throw refuse('inProgress')

  async function taken({ _id, version: _, ...anew }: KeptAnswer, before: KeptAnswer): Promise<KeptAnswer> {
    if (!(await store.replace('kept_answers', _id, before.version, anew))) throw refuse('inProgress')
    return { _id, ...anew, version: before.version + 1 }
  }
}

/** When what a key was bound to ends: never, as what was made with it is found by it for ever. */
const never = Number.MAX_SAFE_INTEGER

/**
 * Binds a key to its content for good, before anything is written: of calls that find by their key what they have made,
 * and of a half-done one that a repeat completes. Throws what `refuse` says when it is bound to other content.
 */
export async function bind(deps: Deps, asked: Asked, refuse: Refuse): Promise<void> {
  const _id = idOf(deps, asked)
  const requestHash = hashOf(deps, asked.request)
  const whose = holderOf(deps, asked.owner)
  const bound = { _id, version: 1, requestHash, sealed: null, ...whose, leaseUntil: 0, expiresAt: never }
  if (await deps.store.insert('kept_answers', bound)) return
  const found = await deps.store.get('kept_answers', _id)
  if (found?.requestHash !== requestHash) throw refuse('reused')
}

/** Whether a key was bound to just this content. */
export async function isBound(deps: Deps, asked: Asked): Promise<boolean> {
  const found = await deps.store.get('kept_answers', idOf(deps, asked))
  return found?.requestHash === hashOf(deps, asked.request)
}

/** Forgets all that was kept of a person's calls: one that is repeated after it is another call. */
export function forgetAnswers(deps: Deps, owner: string): Promise<number> {
  return deps.store.removeMany('kept_answers', [['holder', 'eq', digestOf(deps, owner)]])
}

/** Until when each is kept, null: for good; what was answered stays sealed, and may be long. */
export async function answersOf(deps: Deps, owner: string): Promise<{ until: number | null }[]> {
  const found = await deps.store.find('kept_answers', {
    where: [['holder', 'eq', digestOf(deps, owner)]],
    fields: ['expiresAt'],
    limit: 1000,
  })
  return found.map(({ expiresAt }) => ({ until: expiresAt === never ? null : expiresAt }))
}

const holderOf = (deps: Deps, owner: string | undefined): Pick<KeptAnswer, 'holder'> =>
  owner === undefined ? {} : { holder: digestOf(deps, owner) }

const digestOf = ({ vault }: Deps, owner: string): string => vault.digest('answerHolder', owner).slice(0, 32)

function idOf({ vault }: Deps, { scope, key }: Pick<Asked, 'scope' | 'key'>): string {
  return vault.digest('idempotency', ...scope, key)
}

function hashOf({ vault }: Deps, request: string): string {
  return vault.digest('idempotentRequest', request)
}
