import type { Subject } from './words'

/** A phone goes on with what was begun on a computer. */
export interface Handover {
  /** `h_` + keyed digest of the token, which itself is kept nowhere. */
  _id: string
  version: number
  /** openid on the computer. */
  owner: string
  kind: 'start' | 'verification' | 'invitation'
  subject: Subject | null
  /** The token of an invitation; null for the other kinds. */
  sealed: string | null
  /** openid on the phone; null until it is scanned. */
  scannedBy: string | null
  verificationId: string | null
  createdAt: number
  expiresAt: number
}
