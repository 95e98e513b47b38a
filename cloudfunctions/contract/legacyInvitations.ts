import * as v from 'valibot'
import type { Subject } from '../domain/words'
import type { CampaignView } from './invitation'
import { pageLimit } from './page'
import { title } from './texts'

/** An id that an operator still holds from before 2022-01-12, when e签宝 closed its own invitations. */
export const legacyInvitationsInput = v.strictObject({
  invitationId: v.pipe(v.string(), v.trim(), v.regex(/^[\w-]{1,64}$/)),
  offset: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)), 0),
  size: pageLimit,
})

/** Makes our own invitations out of those of an old task that nobody has finished; one way, and once a task. */
export const adoptInput = v.strictObject({
  invitationId: v.pipe(v.string(), v.trim(), v.regex(/^[\w-]{1,64}$/)),
  /** What the new invitations are about. */
  title: title(30),
})

/** `left`: those that were verified already, or of which nobody knows. */
export interface AdoptResult {
  campaigns: CampaignView[]
  left: number
}

/** `finished`: verified, and the invitee went on from the last page. */
export type LegacyInvitationState = 'started' | 'verified' | 'finished' | 'unknown'

/** Numbers and contacts are masked on the server; the vendor sends them in full. */
export interface LegacyInvitationView {
  subject: Subject
  bizId: string
  state: LegacyInvitationState
  /** The status as it came. */
  rawStatus: string
  notifyType: 'sms' | 'email' | null
  maskedName: string
  maskedContact: string
  maskedIdNumber: string
  /** What the number is of; null where the vendor's word is none of ours. */
  paper: 'residentId' | null
  /** Where the invitee goes afterwards, and where the vendor tells the result; '' for nowhere. */
  redirectUrl: string
  callbackUrl: string
  organization: {
    name: string
    creditCode: string
    paper: 'creditCode' | 'organizationCode' | null
    maskedLegalName: string
    maskedLegalIdNumber: string
  } | null
}

export interface LegacyInvitationsResult {
  items: LegacyInvitationView[]
  total: number
}
