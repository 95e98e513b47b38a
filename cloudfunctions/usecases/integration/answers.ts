import * as v from 'valibot'
import { answerLifetime, type KeptAnswer } from '../../domain/integration/answer'
import { Refusal } from '../../domain/integration/refusal'
import type { Deps } from '../kit/deps'

export interface Answer {
  status: number
  /** The JSON text, sent byte for byte. */
  body: string
}

export interface Asked {
  keyId: string
  idempotencyKey: string
  /** What is asked for: method, path and the body as it came. */
  request: readonly string[]
}

/** ms a call that has not answered may still be at it: longer than any run. */
const lease = 90_000
/** s */
const retryAfter = 5
const sealedAnswer = v.strictObject({ status: v.number(), body: v.string() })

/**
 * Does something once for each Idempotency-Key: whoever asks again gets the same answer, byte for byte, for a day. What
 * failed without an answer of `work` leaves nothing behind and may be tried again. `work` is given an id that stays the
 * same over all tries, so that a process that died half-way is taken up where it was.
 * Throws Refusal IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_IN_PROGRESS.
 */
export async function once(
  deps: Deps,
  { keyId, idempotencyKey, request }: Asked,
  work: (intent: string) => Promise<Answer>,
): Promise<Answer> {
  const id = deps.vault.digest('idempotency', keyId, idempotencyKey)
  const requestHash = deps.vault.digest('idempotentRequest', ...request)
  const place = await placeOf(deps, id, requestHash)
  if (place.sealed !== null) return v.parse(sealedAnswer, deps.vault.open(place.sealed, id))
  try {
    const answer = await work(deps.vault.digest('intent', id, String(place.expiresAt)).slice(0, 48))
    await deps.store.replace('kept_answers', id, place.version, { sealed: deps.vault.seal(answer, id) })
    return answer
  } catch (error) {
    await deps.store.remove('kept_answers', id, place.version)
    throw error
  }
}

/** The answer of before, or a place that is ours alone for a while. */
async function placeOf({ store, clock }: Deps, id: string, requestHash: string): Promise<KeptAnswer> {
  const now = clock()
  const fresh: KeptAnswer = {
    _id: id,
    version: 1,
    requestHash,
    sealed: null,
    leaseUntil: now + lease,
    expiresAt: now + answerLifetime,
  }
  if (await store.insert('kept_answers', fresh)) return fresh
  const found = await store.get('kept_answers', id)
  // Taken back in this very moment.
  if (!found) throw new Refusal('IDEMPOTENCY_IN_PROGRESS', { retryAfter })
  if (found.expiresAt <= now) return taken(fresh, found)
  if (found.requestHash !== requestHash) throw new Refusal('IDEMPOTENCY_KEY_REUSED')
  if (found.sealed !== null) return found
  // Whoever was at it died: it is taken up where it was, as the same intent.
  if (found.leaseUntil <= now) return taken({ ...fresh, expiresAt: found.expiresAt }, found)
  throw new Refusal('IDEMPOTENCY_IN_PROGRESS', { retryAfter })

  async function taken({ _id, version: _, ...anew }: KeptAnswer, before: KeptAnswer): Promise<KeptAnswer> {
    if (!(await store.replace('kept_answers', _id, before.version, anew)))
      throw new Refusal('IDEMPOTENCY_IN_PROGRESS', { retryAfter })
    return { _id, ...anew, version: before.version + 1 }
  }
}
