import * as v from 'valibot'
import type { VendorId } from '../domain/words'
import type { MiniProgramHandoff } from './handoff'
import { invitationToken } from './offer'

/** The card of an administrator's link: what its page was opened with. */
export const sharedLinkInput = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^b_[0-9a-f]{32}_[0-9a-f]{16}_\d{1,3}$/)),
  token: invitationToken,
})

export interface SharedLinkResult {
  vendor: VendorId
  /** `done`: all of its organizations are through · `ended`: a new one is needed. */
  state: 'live' | 'done' | 'ended'
  /** Organizations that are not through yet. */
  rows: number
  link: { app: MiniProgramHandoff; shortUrl: string; expiresAt: number } | null
}

export interface AcceptLinkResult {
  /** Whether a reminder will come. */
  accepted: boolean
}
