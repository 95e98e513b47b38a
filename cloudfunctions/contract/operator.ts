import * as v from 'valibot'
import type { Guessed } from '../domain/limits'
import type { RefusalCode } from '../domain/refusedNotice'
import { type Role, roles } from '../domain/roles'
import type { VendorId } from '../domain/words'
import { title } from './texts'
import { optionalKey } from './verification'

export const meInput = v.optional(v.strictObject({}), {})
/** A one-time code: of set-up, which makes the first owner, or of an owner's invitation. */
export const claimInput = v.strictObject({
  code: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(64)),
})
export const listOperatorsInput = v.optional(v.strictObject({}), {})
export const inviteOperatorInput = v.strictObject({
  clientKey: optionalKey,
  role: v.picklist(roles),
  /** For whom; shown in the list of operators. */
  label: title(30),
})
/** An invitation as the list names it. */
export const withdrawOperatorInput = v.strictObject({ id: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })
export const removeOperatorInput = v.strictObject({ id: v.pipe(v.string(), v.regex(/^o_[0-9a-f]{32}$/)) })

/** `null`: not an operator. */
export interface OperatorResult {
  role: Role | null
}

export interface OperatorView {
  id: string
  role: Role
  /** As the owner who invited wrote it; '' for the first owner. */
  label: string
  /** The caller. */
  self: boolean
  /** ms since the epoch. */
  since: number
}

export interface OperatorListResult {
  operators: OperatorView[]
  /** Invitations nobody has used yet. */
  open: OpenOperatorInvitation[]
  /** Newest first. */
  locks: LockView[]
  /** Notices of vendors that were not taken in the last days, newest day first. */
  refusedNotices: RefusedNoticeView[]
}

/** Never what was in them. */
export interface RefusedNoticeView {
  vendor: VendorId
  code: RefusalCode
  /** On one day. */
  times: number
  /** ms since the epoch. */
  lastAt: number
}

/** People who typed wrong codes, or opened what opens nothing, so often that they may not for a while. */
export interface LockView {
  kind: Guessed
  /** In Beijing: `2026-11-29`. */
  day: string
  people: number
}

export interface OpenOperatorInvitation {
  id: string
  role: Role
  label: string
  expiresAt: number
}

/** `code` is shown this once and kept only as a hash. */
export interface InviteOperatorResult {
  id: string
  code: string
  expiresAt: number
}
