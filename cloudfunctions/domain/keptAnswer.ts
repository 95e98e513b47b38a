/** What became of a call that makes something, kept for whoever repeats it with the same key. */
export interface KeptAnswer {
  /** Keyed digest of who asks, what for, and the key. */
  _id: string
  version: number
  /** Keyed digest of what the key was first used with. */
  requestHash: string
  /** Keyed digest of whose call it was; absent for business systems. */
  holder?: string
  /** The answer, sealed; null while the first call is still at it, and where what was made is the answer. */
  sealed: string | null
  /** Until when the call that is at it holds its place. */
  leaseUntil: number
  expiresAt: number
}
