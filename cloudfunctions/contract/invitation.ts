import * as v from 'valibot'
import type { InviteeIssue } from '../domain/invitation/checkInvitee'
import { allInviteeFields, type InviteeField } from '../domain/invitation/fields'
import type { InvitationAuditRow, Redirect } from '../domain/invitation/invitation'
import { type InvitationState, invitationStates } from '../domain/invitation/lifecycle'
import type { State } from '../domain/lifecycle'
import type { LeftOut } from '../domain/sheet/leftOut'
import {
  type FallbackMode,
  fallbackModes,
  type PageField,
  type PersonMode,
  pageFields,
  personModes,
  type Subject,
  subjects,
  type VendorId,
} from '../domain/words'
import { organizationInvitee, personInvitee } from './invitee'
import { pageLimit } from './page'
import { fileSource, textSource } from './source'
import { type AskedResult, listReadingInput } from './spreadsheet'
import { businessNumber, note, title } from './texts'
import { vendorId } from './vendor'
import { clientKey, optionalKey } from './verification'

export const invitationId = v.pipe(v.string(), v.regex(/^i_[0-9a-f]{32}$/))
const campaignId = v.pipe(v.string(), v.regex(/^m_[0-9a-f]{32}$/))

export type { InviteeIssue }

const text = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max))
const language = v.optional(v.picklist(['zh', 'en']), 'zh')

const terms = {
  title: title(30),
  note: v.optional(note(200), ''),
  vendor: v.optional(v.nullable(vendorId), null),
  mode: v.optional(v.nullable(v.picklist(personModes)), null),
  locked: v.optional(v.pipe(v.array(v.picklist(allInviteeFields)), v.maxLength(allInviteeFields.length)), []),
  /** How else the vendor's page lets a person verify; only what the vendor has. */
  fallbackModes: v.optional(v.pipe(v.array(v.picklist(fallbackModes)), v.maxLength(fallbackModes.length))),
  /** What the vendor's page lets the invitee change of what it is told. */
  editableFields: v.optional(v.pipe(v.array(v.picklist(pageFields)), v.maxLength(pageFields.length))),
  redirect: v.optional(
    v.nullable(
      v.variant('kind', [
        v.strictObject({
          kind: v.literal('miniProgram'),
          appId: v.pipe(v.string(), v.trim(), v.regex(/^wx[0-9a-f]{16}$/)),
          path: text(256),
        }),
        v.strictObject({ kind: v.literal('webUrl'), url: v.pipe(text(500), v.regex(/^https:\/\/[^\s]+$/)) }),
      ]),
    ),
    null,
  ),
  /** How long it can be begun, in days. */
  days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365)), 30),
}

const one = {
  ...terms,
  bizId: v.optional(businessNumber, ''),
  /** How many people may use it. */
  most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)), 1),
}
const onePerson = { ...one, subject: v.literal('person'), invitee: v.optional(personInvitee, {}) }
const oneOrganization = {
  ...one,
  subject: v.literal('organization'),
  invitee: v.optional(organizationInvitee, {}),
}
/** One invitation, by whatever way it is asked for. */
export const invitationOf = {
  person: v.strictObject(onePerson),
  organization: v.strictObject(oneOrganization),
} as const
export const createInvitationInput = v.variant('subject', [
  v.strictObject({ clientKey, ...onePerson }),
  v.strictObject({ clientKey, ...oneOrganization }),
])
export type CreateInvitationInput = v.InferOutput<typeof createInvitationInput>

/** One invitation a line of the spreadsheet: of all of them, or with `leaveFaulty` of those that are not at fault. */
export const importInvitationsInput = v.strictObject({
  clientKey,
  ...terms,
  subject: v.picklist(subjects),
  source: v.variant('kind', [fileSource, textSource]),
  reading: listReadingInput,
})
export type ImportInvitationsInput = v.InferOutput<typeof importInvitationsInput>

export const invitationTemplateInput = v.strictObject({ subject: v.picklist(subjects), language })

const listed = {
  cursor: v.optional(v.pipe(v.string(), v.regex(/^[\w]{1,80}$/))),
  limit: pageLimit,
}
export const listInvitationsInput = v.strictObject({
  ...listed,
  /** A whole name, mobile, credit code or bizId: personal data is found by its digest, never in part. */
  text: v.optional(text(100)),
  state: v.optional(v.picklist(invitationStates)),
  subject: v.optional(v.picklist(subjects)),
  campaignId: v.optional(campaignId),
})
export const listCampaignsInput = v.strictObject(listed)
export const campaignInput = v.strictObject({ id: campaignId })
export const invitationInput = v.strictObject({ id: invitationId })
export const revokeInvitationsInput = v.strictObject({
  ids: v.pipe(v.array(invitationId), v.minLength(1), v.maxLength(100)),
})
/** `newCode`: the codes given out so far are of no use any more, and whoever has begun loses the place. */
export const resendInvitationInput = v.strictObject({
  clientKey: optionalKey,
  id: invitationId,
  days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365)), 30),
  newCode: v.optional(v.boolean(), false),
})
/**
 * `miniProgramCode`: WeChat's round code · `linkCode`: a QR code of a plain https link · `urlLink`: opens WeChat from a
 * message or a browser · `urlScheme`: the same for apps.
 */
export const codeForms = ['miniProgramCode', 'linkCode', 'urlLink', 'urlScheme'] as const
export type CodeForm = (typeof codeForms)[number]
export const invitationCodeInput = v.strictObject({ id: invitationId, form: v.picklist(codeForms) })
/** `part`: from 1; a sheet holds so many codes at most. */
export const invitationSheetInput = v.strictObject({
  campaignId,
  part: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)), 1),
  language,
})

/** A line of the list; kept small. */
export interface InvitationView {
  id: string
  campaignId: string | null
  number: number
  subject: Subject
  title: string
  vendor: VendorId | null
  bizId: string
  state: InvitationState
  /** '' when not filled in. */
  maskedName: string
  maskedContact: string
  most: number
  begun: number
  verified: number
  finished: number
  openedAt: number | null
  createdAt: number
  updatedAt: number
  expiresAt: number
}

export interface InvitationDetail extends InvitationView {
  note: string
  mode: PersonMode | null
  fallbackModes: FallbackMode[]
  editableFields: PageField[]
  redirect: Redirect | null
  /** Masked, but for an organization's public data; empty once redacted. */
  filledIn: { field: InviteeField; text: string; locked: boolean }[]
  /** Who has begun, newest first, 50 at most. */
  people: { verificationId: string; state: State | null; finishedAt: number | null; at: number }[]
  history: { event: InvitationAuditRow['event']; at: number }[]
  /** What the caller may do with it now. */
  can: { resend: boolean; revoke: boolean; code: boolean }
  /** Codes that can be had here: a plain link needs a domain of the customer's. */
  forms: CodeForm[]
}

export interface InvitationResult {
  invitation: InvitationDetail
}
export interface CreateInvitationResult extends InvitationResult {
  outcome: 'created' | 'repeated'
}
export interface InvitationListResult {
  items: InvitationView[]
  nextCursor: string | null
}

export interface CampaignView {
  id: string
  title: string
  subject: Subject
  vendor: VendorId | null
  total: number
  counts: Record<InvitationState, number>
  createdAt: number
  expiresAt: number
}
export interface CampaignResult {
  campaign: CampaignView
}
export interface CampaignListResult {
  items: CampaignView[]
  nextCursor: string | null
}

export type ImportInvitationsResult =
  | AskedResult
  /** Nothing was made. At most 200 issues; `faulty`: lines at fault in all. */
  | {
      outcome: 'faulty'
      issues: InviteeIssue[]
      faulty: number
      lines: number
      unknownHeadings: string[]
      leftOut: LeftOut[]
    }
  /** `leftOut`: whatever of the file was not imported; at most 50. Some of it can be had: see `readingInput`. */
  | { outcome: 'created' | 'repeated'; campaign: CampaignView; unknownHeadings: string[]; leftOut: LeftOut[] }

export interface RevokeInvitationsResult {
  /** Those that had already come to their end are left as they are. */
  revoked: string[]
}

/** One of the two, or both: what to show and what to copy. */
export interface InvitationCodeResult {
  form: CodeForm
  /** `data:image/…` */
  image: string | null
  text: string | null
  /** Where it leads in the mini-program, for a card in a chat: `pages/scan/index?i=…`. */
  page: string
  /** ms since the epoch: when the code itself, or the invitation behind it, ends. */
  expiresAt: number
}

/** A PDF to print. The address is good for ten minutes, the file is deleted within the hour. */
export interface InvitationSheetResult {
  name: string
  url: string
  codes: number
  part: number
  parts: number
}
