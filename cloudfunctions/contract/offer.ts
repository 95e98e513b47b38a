import * as v from 'valibot'
import type { InviteeField } from '../domain/invitation/fields'
import type { Redirect } from '../domain/invitation/invitation'
import { type PersonMode, personModes, type Subject, type VendorId, ways } from '../domain/words'
import type { BrandView } from './brand'
import { organizationInvitee, personInvitee } from './invitee'
import { vendorId } from './vendor'
import { clientKey, type VerificationView } from './verification'

/** 128 bits, base64url: what a code carries as `i=<token>`. */
export const invitationToken = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/))

/** What an invitee does; `token` is what was scanned. */
export const openInvitationInput = v.strictObject({ token: invitationToken })
export const finishInvitationInput = v.strictObject({ token: invitationToken })

/** Of the fields that are filled in, only those that the invitee changed. */
const invitedStart = {
  token: invitationToken,
  clientKey,
  vendor: vendorId,
  consentId: v.pipe(v.string(), v.regex(/^c_[0-9a-f]{32}$/)),
  way: v.optional(v.picklist(ways), 'app'),
  /** Of the code by which the phone took over from a computer. */
  handover: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/))),
}
export const startInvitationInput = v.variant('subject', [
  v.strictObject({
    ...invitedStart,
    subject: v.literal('person'),
    invitee: personInvitee,
    mode: v.optional(v.picklist(personModes)),
  }),
  v.strictObject({
    ...invitedStart,
    subject: v.literal('organization'),
    invitee: organizationInvitee,
    /** As of `verification.start`. */
    licenceFileId: v.optional(
      v.pipe(
        v.string(),
        v.maxLength(300),
        v.regex(/^cloud:\/\/[^/]+\/licences\/[\w-]{16,64}\.(jpg|png|pdf)$/),
      ),
    ),
  }),
])
export type StartInvitationInput = v.InferOutput<typeof startInvitationInput>

/** The purpose of consents and verifications that come from an invitation. */
export const invitedPurpose = 'invitation'

/**
 * What the invitation is to whoever has scanned it. `open`: may begin · `mine`: has begun · `taken`: somebody else has ·
 * `expired`, `revoked`: too late.
 */
export type InvitationStanding = 'open' | 'mine' | 'taken' | 'expired' | 'revoked'

export interface InvitationOffer {
  standing: InvitationStanding
  subject: Subject
  title: string
  /** Who invites: the customer that runs this mini-program. */
  controller: string
  /** How that customer shows itself; absent: not set. */
  brand?: BrandView
  expiresAt: number
  /** Only while it may be begun or was begun by the caller; null otherwise. */
  terms: {
    note: string
    /** To choose from; the first is the default. */
    vendors: VendorId[]
    mode: PersonMode | null
    /** What was filled in, masked but for an organization's public data; the whole of it stays on the server. */
    filledIn: { field: InviteeField; text: string; locked: boolean }[]
    redirect: Redirect | null
  } | null
  /** The caller's own, of this invitation. */
  verification: VerificationView | null
  /** May begin, or begin again after a failure. */
  canStart: boolean
  finished: boolean
}
