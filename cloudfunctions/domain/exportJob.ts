import type { CaseTag } from './caseNote'
import type { State } from './lifecycle'
import type { Subject, VendorId } from './words'

/** What is wanted of everybody's verifications; what was typed is there as keyed digests only. */
export interface ExportFilters {
  sought: string[][]
  state?: State
  vendor?: VendorId
  subject?: Subject
  tag?: CaseTag
  /** Made from then on, and before then; ms since the epoch. */
  from?: number
  until?: number
}

/** A spreadsheet that no answer holds, made in parts: each a file in cloud storage. */
export interface ExportJob {
  /** `x_` + 32 hex digits. */
  _id: string
  version: number
  /** Key of the operator. */
  owner: string
  of: 'verifications' | 'invitations'
  filters: ExportFilters
  format: 'xlsx' | 'csv'
  language: 'zh' | 'en'
  parts: { fileId: string; rows: number }[]
  /** The `listKey` of the last row, newest first; '' before the first. */
  after: string
  done: boolean
  /** It ends here, though there is more. */
  cut: boolean
  createdAt: number
  /** When its files are deleted, and it is forgotten. */
  expiresAt: number
}
