import { readingFaults } from '../identity'
import type { RowState } from './lifecycle'

/** What an operator says about one organization. Texts as typed, trimmed; '' where nothing was said. */
export const columns = [
  'name',
  'creditCode',
  'legalName',
  'address',
  'adminName',
  'adminMobile',
  'adminIdType',
  'adminIdNumber',
  'authorization',
] as const
export type Column = (typeof columns)[number]
export type RowFields = Record<Column, string>

/** Values of `adminIdType`; '' means `residentId`. */
export const adminIdTypes = ['residentId', 'hkMacauPermit', 'hkMacauTaiwanResidence'] as const
export type AdminIdType = (typeof adminIdTypes)[number]

/** Values of `authorization`: how the administrator is authorized; '' leaves it to the batch. */
export const authorizations = ['legalPerson', 'letter', 'letterAndTransfer'] as const
export type Authorization = (typeof authorizations)[number]

export const adminIdTypeOf = (text: string): AdminIdType =>
  adminIdTypes.find(each => each === text) ?? 'residentId'
export const authorizationOf = (text: string): Authorization | null =>
  authorizations.find(each => each === text) ?? null

/** Files that may come with a row. */
export const attachmentKinds = ['licence', 'letter'] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

export interface Attachment {
  kind: AttachmentKind
  fileId: string
  type: 'jpg' | 'png' | 'pdf'
  /** Bytes of the file itself, before base64. */
  size: number
}

/** `single`: one link for all rows of an administrator · `perRow`: every row has a link of its own. */
export const linkModes = ['single', 'perRow'] as const
export type LinkMode = (typeof linkModes)[number]

export const issueCodes = [
  'missing',
  'tooLong',
  ...readingFaults,
  /** A spreadsheet turned the number into a rounded one; the cell must be text. */
  'digitsLost',
  /** What was typed, `3-12`, a spreadsheet turned into a date; the cell must be text. */
  'turnedToDate',
  /** A formula without a result: `#REF!`. */
  'formulaError',
  /** Half-width brackets or letters where the licence has full-width ones; comes with a suggestion. */
  'halfWidth',
  'duplicateName',
  'duplicateCode',
  /** One administrator must have one name and one id number. */
  'adminConflict',
  'unknownValue',
  'letterMissing',
  'letterNotExpected',
  'tooLarge',
] as const
export type IssueCode = (typeof issueCodes)[number]

/** Something that would fail at the vendor, found before anything is sent. */
export interface Issue {
  column: Column | AttachmentKind
  code: IssueCode
  /** A value that would do, where there is exactly one; of `unclear` the likeliest one, to be confirmed by somebody. */
  suggestion?: string
  /** The number of the other row, of duplicates and conflicts. */
  other?: number
}

/** One organization of a batch, as it is stored. Times are ms since the epoch. */
export interface BatchRow {
  /** `<batch id>_<number, five digits>` */
  _id: string
  /** Counts every write. */
  version: number
  batchId: string
  /** The call of the server API it came with; absent for all others. */
  intake?: string
  /** Its place in the batch, from 1: the order of the spreadsheet. */
  number: number
  name: string
  creditCode: string
  /** Of the administrator, who must act in person. */
  maskedAdmin: { name: string; mobile: string } | null
  /** Keyed digest of the administrator: rows with the same one share a link. */
  adminKey: string | null
  /** All `RowFields`; null once redacted. */
  sealed: string | null
  attachments: Attachment[]
  /** Without what they suggest for a sealed column; see `withoutTyped`. */
  issues: Issue[]
  /** How many `issues`. */
  faults: number
  state: RowState
  /** Submissions so far: one more each time it is queued. */
  round: number
  /** Goes alone in its call, because a call with others failed without saying why. */
  solo: boolean
  /** The call it was sent with; null before the first. */
  chunkId: string | null
  /** The vendor's ids of the current round. */
  taskId: string | null
  subTaskId: string | null
  /** Ids of the rows that were written together with it, its own among them, by their numbers. See `withOwnIds`. */
  subTasks?: IdsByNumber | null
  authorizations?: IdsByNumber | null
  authorizationId: string | null
  /** The vendor's status as it came. */
  rawStatus: string | null
  /** The vendor's own sentence about a failure, as it came; shown to operators. */
  vendorText: string | null
  /** Why it failed on our side; absent in rows from before it was told apart. */
  problem?: RowProblem | null
  /** A letter was turned down; its administrator must act again. */
  letterRejected: boolean
  /** A notice says that it may be verified: the vendor is asked for the truth at the next look. */
  suspected: boolean
  /** When it came into a state that business systems are told of and were not told yet; null or absent: nothing to tell. */
  tellAt?: number | null
  /** When to look at the vendor again; null when nothing can change by itself. */
  dueAt: number | null
  /** When it was looked at last; 0: never. */
  lookedAt: number
  /** Looks in a row that changed nothing; spaces the next ones. */
  fruitless: number
  /** When the sealed fields go for good. */
  redactAt: number | null
  history: { state: RowState; at: number; cause: string }[]
  createdAt: number
  /** When something that is shown changed. */
  updatedAt: number
}

/** Why we did not send a row: a file beside it is gone, or what was typed is. */
export type RowProblem = 'attachmentLost' | 'dataGone'

/** Why a flow at the vendor is not cleared: it kept it, or it would have taken others with it, or we know of nobody. */
export type ClearingProblem = 'vendorRefused' | 'otherRows' | 'noAdministrator'

/** Rows submitted together by one operator. */
export interface Batch {
  /** `b_` + 32 hex digits, derived from operator and client key. */
  _id: string
  version: number
  /** Sorts like (createdAt, _id). */
  listKey: string
  /** Key of the operator, or of the business system, that made it; the openid before there were such keys. */
  owner: string
  title: string
  linkMode: LinkMode
  /** For rows that say nothing themselves; null leaves it to the vendor. */
  authorization: Authorization | null
  /** Rows ever added; numbers are never used twice. */
  lastNumber: number
  counts: Record<RowState, number>
  /** Rows in `draft` that cannot be sent as they are. */
  faulty: number
  /** Rows whose letter was turned down. */
  letterRejected: number
  /** Why nothing is sent at the moment, and when it is tried again; null: nothing stands in the way. */
  paused: Pause | null
  /** Until when one runner has it to itself; 0: nobody. */
  busyUntil: number
  createdAt: number
  updatedAt: number
  /** As of verifications: see usecases/kit/outbox.ts. */
  outbox: BatchAuditRow[]
  outboxAt: number | null
  auditHash: string
}

/** One append-only row whenever rows come, go, are sent, taken back or lose their data. Holds ids and counts, never names or numbers. */
export interface BatchAuditRow {
  /** `<batch id>_<sequence>` */
  _id: string
  batchId: string
  sequence: number
  event: string
  /** Key of the operator or of a business system; '' for the sweep. */
  operator: string
  /** How many rows it was about. */
  rows: number
  at: number
  previousHash: string
  hash: string
}

export const pauseCodes = [
  'DAILY_LIMIT',
  'VENDOR_QUOTA',
  'VENDOR_MISCONFIGURED',
  'VENDOR_UNAVAILABLE',
] as const
export interface Pause {
  code: (typeof pauseCodes)[number]
  until: number
}

/** The most rows of one batch. */
export const largestBatch = 1000

/** The vendor's ids differ from row to row; so that one write does for many rows, each is given those of all. */
export type IdsByNumber = Record<string, string>

interface WithIds extends Pick<BatchRow, 'number' | 'subTaskId' | 'subTasks'> {
  authorizationId?: string | null
  authorizations?: IdsByNumber | null
}

/** With the vendor's ids that are its own, however they were written down. */
export function withOwnIds<R extends WithIds>(row: R): R {
  const own = String(row.number)
  return {
    ...row,
    subTaskId: row.subTaskId ?? row.subTasks?.[own] ?? null,
    ...('authorizationId' in row && {
      authorizationId: row.authorizationId ?? row.authorizations?.[own] ?? null,
    }),
  }
}

/** What to write to rows of which each has an id of its own; null: it has none yet. */
export function idsByNumber(ids: readonly (readonly [number, string | null])[]): IdsByNumber | null {
  const known = ids.flatMap(([number, id]) => (id ? [[String(number), id] as const] : []))
  return known.length > 0 ? Object.fromEntries(known) : null
}
