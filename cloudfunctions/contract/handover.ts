import * as v from 'valibot'
import { type Subject, subjects } from '../domain/words'
import { invitationToken } from './offer'
import { optionalKey, verificationId } from './verification'

const handoverId = v.pipe(v.string(), v.regex(/^h_[0-9a-f]{32}$/))
/** 128 bits, base64url: what the code on the computer carries as `h=<token>`. */
const handoverToken = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/))

/** What a phone shall go on with. */
export const createHandoverInput = v.variant('kind', [
  v.strictObject({ clientKey: optionalKey, kind: v.literal('start'), subject: v.picklist(subjects) }),
  v.strictObject({ clientKey: optionalKey, kind: v.literal('verification'), id: verificationId }),
  v.strictObject({ clientKey: optionalKey, kind: v.literal('invitation'), token: invitationToken }),
])
export type CreateHandoverInput = v.InferOutput<typeof createHandoverInput>
export const getHandoverInput = v.strictObject({ id: handoverId })
export const openHandoverInput = v.strictObject({ token: handoverToken })

/**
 * `waiting`: nobody has scanned · `scanned`: a phone has, and its owner fills in the form · `processing`, `verified`,
 * `failed`: of the verification that was begun there · `expired`: nobody scanned in time.
 */
export type HandoverState = 'waiting' | 'scanned' | 'processing' | 'verified' | 'failed' | 'expired'

/** What the computer may know: nothing personal. */
export interface HandoverView {
  id: string
  state: HandoverState
  /** The verification, when it belongs to the same WeChat user as the computer. */
  verificationId: string | null
  /** ms since the epoch; until then the code can be scanned. */
  expiresAt: number
}
export interface CreateHandoverResult {
  handover: HandoverView
  /** The code to scan, `data:image/…`. */
  image: string
}
export interface HandoverResult {
  handover: HandoverView
}
export type HandoverTarget =
  | { kind: 'start'; subject: Subject }
  | { kind: 'verification'; id: string }
  | { kind: 'invitation'; token: string }
export interface OpenHandoverResult {
  target: HandoverTarget
}
