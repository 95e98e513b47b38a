import * as v from 'valibot'
import { type CaseTag, caseTags } from '../domain/caseNote'
import { type State, states } from '../domain/lifecycle'
import { type Subject, subjects, type VendorId } from '../domain/words'
import { pageLimit } from './page'
import { note } from './texts'
import { vendorId } from './vendor'
import { clientKey, type VerificationView, verificationId } from './verification'

const moment = v.pipe(v.number(), v.integer(), v.minValue(0))
const language = v.optional(v.picklist(['zh', 'en']), 'zh')

const filters = {
  /** A whole name, mobile, credit code or bizId: personal data is found by its digest, never in part. */
  text: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100))),
  state: v.optional(v.picklist(states)),
  vendor: v.optional(vendorId),
  subject: v.optional(v.picklist(subjects)),
  tag: v.optional(v.picklist(caseTags)),
  /** Made from then on, and before then; ms since the epoch. */
  from: v.optional(moment),
  until: v.optional(moment),
}
export const searchVerificationsInput = v.strictObject({
  ...filters,
  cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{1,16}_v_[0-9a-f]{32}$/))),
  limit: pageLimit,
})
/** Both as they are to be from now on; '' and null: none. */
export const annotateInput = v.strictObject({
  id: verificationId,
  note: note(300),
  tag: v.nullable(v.picklist(caseTags)),
})
export const caseInput = v.strictObject({ id: verificationId })
export const exportVerificationsInput = v.strictObject({
  ...filters,
  format: v.picklist(['xlsx', 'csv']),
  language,
})
export const exportInvitationsInput = v.strictObject({
  campaignId: v.optional(v.pipe(v.string(), v.regex(/^m_[0-9a-f]{32}$/))),
  format: v.picklist(['xlsx', 'csv']),
  language,
})
const large = { format: v.picklist(['xlsx', 'csv']), language, clientKey: v.optional(clientKey) }
/** Of more than one answer holds; invitations are all of them. */
export const beginExportInput = v.variant('of', [
  v.strictObject({ of: v.literal('verifications'), ...filters, ...large }),
  v.strictObject({ of: v.literal('invitations'), ...large }),
])
const exportId = v.pipe(v.string(), v.regex(/^x_[0-9a-f]{32}$/))
/** From 1. */
const part = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))
/** `part`: the next one, so that asking twice makes it once. */
export const goOnExportInput = v.strictObject({ id: exportId, part })
export const exportFileInput = v.strictObject({ id: exportId, part })
export const listExportsInput = v.strictObject({})
/** At most 1,100 days; both ms since the epoch, `until` excluded. */
export const figuresInput = v.strictObject({ from: moment, until: moment })

/** A verification as operators see it: of everybody, masked. */
export interface CaseView {
  id: string
  vendor: VendorId
  subject: Subject
  state: State
  reviewing: boolean
  maskedName: string | null
  maskedContact: string
  invitationId: string | null
  bizId: string
  tag: CaseTag | null
  createdAt: number
  updatedAt: number
}

/** What operators wrote down for each other. */
export interface CaseNoteView {
  tag: CaseTag | null
  note: string
  /** ms since the epoch; null: nothing is written down. */
  at: number | null
}

export interface CaseListResult {
  items: CaseView[]
  nextCursor: string | null
}

/** One row of the audit. */
export interface TrailRow {
  sequence: number
  event: string
  from: State | null
  to: State
  cause: string
  rawStatus: string | null
  at: number
}

export interface CaseResult {
  verification: VerificationView
  invitationId: string | null
  bizId: string
  noted: CaseNoteView
  /** As it came from the vendor. */
  rawStatus: string | null
  trail: TrailRow[]
  /** Every row carries the hash of the one before, and the last one's is the verification's. */
  intact: boolean
}

/** A spreadsheet that is made in parts. */
export interface ExportView {
  id: string
  of: 'verifications' | 'invitations'
  format: 'xlsx' | 'csv'
  /** Rows of each part that is there; each is a file. */
  parts: number[]
  /** Nothing is left to do. */
  done: boolean
  /** It ends after 50,000 rows, though there is more. */
  cut: boolean
  createdAt: number
  /** When its files are deleted. */
  expiresAt: number
}

export interface ExportListResult {
  /** The newest first. */
  items: ExportView[]
}

/** Where a part can be fetched for ten minutes. */
export interface ExportFileResult {
  name: string
  url: string
}

/** Figures of what was made within a time. Durations are ms. */
export interface FiguresResult {
  from: number
  until: number
  /** Invitations; each step counts those that got at least that far. One for several people is verified once all are. */
  funnel: { invited: number; opened: number; started: number; verified: number; finished: number }
  verifications: { total: number; states: Record<State, number> }
  /** From the start to `verified`. */
  duration: { count: number; median: number | null; p90: number | null }
  /** Why those that failed did, most frequent first: the vendor's reason, or how it ended. */
  failures: { reason: FailureKind; count: number }[]
  vendors: {
    vendor: VendorId
    started: number
    verified: number
    failed: number
    open: number
    median: number | null
  }[]
  /** Every day of the time, in Beijing: `2026-01-31`. */
  days: { day: string; started: number; verified: number; failed: number }[]
  /** Days that nobody has counted yet and that are not in the numbers: whoever asks again finds fewer. */
  uncounted: number
}

export type FailureKind =
  | 'basicInformation'
  | 'authorizationLetter'
  | 'vendorRefused'
  | 'vendorRejected'
  | 'timeUp'
  | 'userCanceled'
  | 'vendorRevoked'
