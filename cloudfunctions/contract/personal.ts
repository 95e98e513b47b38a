import * as v from 'valibot'
import type { VendorId } from '../domain/words'
import { rowId } from './batch'
import { invitationId } from './invitation'
import { vendorId } from './vendor'
import { verificationId } from './verification'

export const seeInput = v.optional(v.strictObject({}), {})
export const copyInput = v.optional(v.strictObject({}), {})
/** Of one vendor, or of all when none is named. */
export const withdrawInput = v.strictObject({ vendor: v.optional(vendorId), confirmed: v.literal(true) })
export const eraseInput = v.strictObject({ confirmed: v.literal(true) })

/** Kinds of what is kept about a person. */
export const keptKinds = [
  'verification',
  'consent',
  'notice',
  'invitation',
  'handover',
  'answer',
  'event',
  'message',
  'note',
  'operator',
] as const
export type KeptKind = (typeof keptKinds)[number]

export interface KeptView {
  kind: KeptKind
  count: number
  /** ms since the epoch when the last of it goes by itself; null: that is not settled yet, or not by time. */
  until: number | null
}

export interface ConsentView {
  vendor: VendorId
  purpose: string
  policyVersion: string
  /** ms since the epoch. */
  at: number
  withdrawnAt: number | null
}

export interface MyDataResult {
  /** Only what there is. */
  kept: KeptView[]
  /** Newest first. */
  consents: ConsentView[]
  /** Verifications that are not over: what withdrawing ends. */
  open: number
  retentionDays: number
}

export interface WithdrawResult {
  /** Verifications that ended with it, or are not asked about any more. */
  stopped: number
}

export interface EraseResult {
  erased: number
}

/** The person behind a verification, the invitee an invitation names, or the administrator of a row. */
const about = v.union([
  v.strictObject({ verification: verificationId }),
  v.strictObject({ invitation: invitationId }),
  v.strictObject({ row: rowId }),
])
/** The number a written request was filed under: letters, digits, `-`. Never a name. */
const reference = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,40}$/))
/** Who asks: the person himself, somebody for him with proof of it, an authority. */
const ground = v.optional(v.picklist(['person', 'agent', 'authority']))
export const requestCopyInput = v.strictObject({ about, reference, ground })
export const requestInput = v.strictObject({ about, reference, ground, confirmed: v.literal(true) })
export type About = v.InferOutput<typeof about>
