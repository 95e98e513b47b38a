/** The answer to a creating call, kept for whoever asks again with the same Idempotency-Key. */
export interface KeptAnswer {
  /** Keyed digest of key and Idempotency-Key. */
  _id: string
  version: number
  /** Keyed digest of method, path and body. */
  requestHash: string
  /** `{ status, body }`, sealed; null while the first call is still at it. */
  sealed: string | null
  /** Until when the call that is at it holds its place. */
  leaseUntil: number
  expiresAt: number
}

/** ms an answer is kept. */
export const answerLifetime = 24 * 3600_000
