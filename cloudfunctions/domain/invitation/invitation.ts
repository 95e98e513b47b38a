import type { CountMarks } from '../countMarks'
import type { State } from '../lifecycle'
import type { FallbackMode, PageField, PersonMode, Subject, VendorId } from '../words'
import type { InviteeField } from './fields'
import type { InvitationCause, InvitationState } from './lifecycle'

/** Where a verified invitee goes on. */
export type Redirect = { kind: 'miniProgram'; appId: string; path: string } | { kind: 'webUrl'; url: string }

/** What an operator decides about one invitation, or about all of a campaign. */
export interface InvitationTerms {
  subject: Subject
  /** What it is about, in the invitee's words. */
  title: string
  /** Why, and what happens after; '' for nothing. */
  note: string
  /** null: any that is on. */
  vendor: VendorId | null
  /** null: any. */
  mode: PersonMode | null
  /** Filled-in fields the invitee may not change. */
  locked: InviteeField[]
  /** How else the vendor's page lets a person verify when the mode fails; absent or empty: as the vendor does. */
  fallbackModes?: FallbackMode[] | undefined
  /** What the vendor's page lets the invitee change of what it is told; absent or empty: as the vendor does. */
  editableFields?: PageField[] | undefined
  redirect: Redirect | null
}

/** An invitation as it is stored. Times are ms since the epoch. */
export interface Invitation extends InvitationTerms, CountMarks {
  /** `i_` + 32 hex digits, derived from operator, client key and place in the spreadsheet. */
  _id: string
  version: number
  /** Sorts like (createdAt, place in the spreadsheet). */
  listKey: string
  /** Key of the operator, or of the business system, that made it; the openid before there were such keys. */
  owner: string
  campaignId: string | null
  /** Its place in the campaign, from 1; 0 for one made by itself. */
  number: number
  /** The customer's own number of the matter; '' for none. */
  bizId: string
  /** Keyed digest of the token, which itself is kept nowhere. */
  tokenHash: string
  /** Counts the tokens given out for it; a new one makes the old codes useless. */
  edition: number
  /** The `Invitee`; null once redacted. */
  sealed: string | null
  /** An organization's name in full, a person's in part; '' when not filled in. */
  maskedName: string
  maskedContact: string
  /** Keyed digests by which operators find it: name, mobile, bizId …; emptied when redacted. */
  searchKeys: string[]
  /** How many people may use it. */
  most: number
  /** Uses of this edition, counted when one of them changes. */
  begun: number
  verified: number
  finished: number
  state: InvitationState
  /** When somebody scanned it first. */
  openedAt: number | null
  createdAt: number
  updatedAt: number
  expiresAt: number
  /** When the sweep must look at it. */
  dueAt: number | null
  redactAt: number | null
  /** As of verifications: see usecases/kit/outbox.ts. */
  outbox: InvitationAuditRow[]
  outboxAt: number | null
  auditHash: string
}

/** One append-only row whenever something becomes of an invitation. Holds ids and states, never names or numbers. */
export interface InvitationAuditRow {
  /** `<invitation id>_<sequence>` */
  _id: string
  invitationId: string
  sequence: number
  event: 'created' | 'opened' | 'redacted' | InvitationCause
  /** Key of the operator or of a business system; '' for everybody else. */
  operator: string
  from: InvitationState | null
  to: InvitationState
  at: number
  previousHash: string
  hash: string
}

/** One person who has begun on an invitation: a place that nobody else can have. */
export interface InvitationUse {
  /** `<invitation id>_<edition>_<place, four digits>` */
  _id: string
  version: number
  invitationId: string
  edition: number
  /** From 1. */
  place: number
  /** openid of the invitee; '' once the verification is redacted. */
  owner: string
  verificationId: string
  /** Of that verification; null: not heard of yet. */
  state: State | null
  /** Went on from the last page, having been verified. */
  finishedAt: number | null
  createdAt: number
  updatedAt: number
}

/** Invitations made together from one spreadsheet. */
export interface Campaign extends InvitationTerms {
  /** `m_` + 32 hex digits, derived from operator and client key. */
  _id: string
  version: number
  listKey: string
  owner: string
  total: number
  createdAt: number
  expiresAt: number
}
