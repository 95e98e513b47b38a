/** A vendor's token, and who is asking for the next one. */
export interface TokenRow {
  _id: string
  version: number
  /** null: there is none. */
  sealed: string | null
  /** ms since the epoch. */
  expiresAt: number
  /** Whoever asks now; '' when nobody does. */
  holder: string
  leaseUntil: number
}
