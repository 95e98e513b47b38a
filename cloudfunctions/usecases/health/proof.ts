import * as v from 'valibot'
import type { Deps } from '../kit/deps'

/** What is asked at `GET <callback>/health/<nonce>`. */
export const nonceForm = /^[\w-]{16,64}$/

/** What shows that our function answered, with our key, and this very question. */
export interface ProofOfHealth {
  health: string
  release: string
  /** As it arrived. */
  path: string
  /** Of whoever asks, as the gateway names it. */
  address: string
}
export const proofOfHealth = v.object({
  health: v.string(),
  release: v.string(),
  path: v.string(),
  address: v.string(),
})

/** The answer to a nonce, by LOOKUP_KEY. */
export const answerTo = ({ vault }: Pick<Deps, 'vault'>, nonce: string): string =>
  vault.digest('health.answer', nonce)
