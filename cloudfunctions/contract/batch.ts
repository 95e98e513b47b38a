import * as v from 'valibot'
import type { RowState } from '../domain/batch/lifecycle'
import type { BatchPhase } from '../domain/batch/phase'
import {
  type AttachmentKind,
  type Authorization,
  adminIdTypes,
  attachmentKinds,
  authorizations,
  type ClearingProblem,
  type Column,
  columns,
  type Issue,
  type LinkMode,
  linkModes,
  type Pause,
  type RowProblem,
} from '../domain/batch/row'
import type { LeftOut } from '../domain/sheet/leftOut'
import type { MiniProgramHandoff, WebUrlHandoff } from './handoff'
import { pageLimit } from './page'
import { fileSource, textSource } from './source'
import { type AskedResult, readingInput } from './spreadsheet'
import { mobile, nothing, paperNumber, personName, title } from './texts'
import { clientKey, optionalKey } from './verification'

export const batchId = v.pipe(v.string(), v.regex(/^b_[0-9a-f]{32}$/))
export const rowId = v.pipe(v.string(), v.regex(/^b_[0-9a-f]{32}_\d{5}$/))
const rowIds = v.pipe(v.array(rowId), v.minLength(1), v.maxLength(1000))
const text = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max))

/** For rows that name no administrator themselves. */
export const administratorInput = v.strictObject({
  name: personName,
  mobile,
  idType: v.optional(v.picklist(adminIdTypes), 'residentId'),
  idNumber: v.optional(v.union([nothing, paperNumber]), ''),
})
export type AdministratorInput = v.InferOutput<typeof administratorInput>

export const createInput = v.strictObject({
  clientKey,
  title: title(50),
  linkMode: v.picklist(linkModes),
  authorization: v.optional(v.nullable(v.picklist(authorizations)), null),
  administrator: v.optional(administratorInput),
  source: v.variant('kind', [
    fileSource,
    textSource,
    /** Rows are added one by one. */
    v.strictObject({ kind: v.literal('empty') }),
  ]),
  reading: readingInput,
})
export type CreateInput = v.InferOutput<typeof createInput>

export const listBatchesInput = v.strictObject({
  cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{1,16}_b_[0-9a-f]{32}$/))),
  limit: pageLimit,
})
/** `since`: ms since the epoch, the `asOf` of the answer before; only rows changed from then on come back. */
export const readInput = v.strictObject({
  id: batchId,
  since: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
})
export const rowInput = v.strictObject({ rowId })
/** Adds a row when `rowId` is absent; of a row that exists, only the columns named here change. */
export const saveRowInput = v.strictObject({
  clientKey: optionalKey,
  id: batchId,
  rowId: v.optional(rowId),
  fields: v.strictObject(v.entriesFromList(columns, v.optional(text(500)))),
})
export const removeRowsInput = v.strictObject({ id: batchId, rowIds })
/** Takes over every suggestion of the row checks. */
export const fixInput = v.strictObject({ id: batchId })
/** Sends the rows that have no issues. `confirmed`: the operator has the organizations' and administrators' consent. */
export const submitInput = v.strictObject({ id: batchId, confirmed: v.literal(true) })
export const linksInput = v.strictObject({ id: batchId })
export const linkInput = v.strictObject({
  id: batchId,
  group: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}_\d{1,3}$/)),
})
/** Rows that went to the wrong administrator: their unfinished flows are cleared, then they are sent again. */
export const repairInput = v.strictObject({ id: batchId, rowIds, administrator: administratorInput })
/** What to do with rows of which nobody knows whether they arrived, or that failed. */
export const resolveInput = v.strictObject({
  id: batchId,
  rowIds,
  decision: v.picklist(['resubmit', 'cancel']),
})
/** The whole batch when `rowIds` is absent. */
export const cancelBatchInput = v.strictObject({ id: batchId, rowIds: v.optional(rowIds) })
export const attachInput = v.strictObject({
  rowId,
  kind: v.picklist(attachmentKinds),
  /** Of `wx.cloud.uploadFile` below `licences/`; null takes the attachment away. */
  fileId: v.nullable(
    v.pipe(v.string(), v.maxLength(300), v.regex(/^cloud:\/\/[^/]+\/licences\/[\w-]{16,64}\.(jpg|png|pdf)$/)),
  ),
})
const language = v.optional(v.picklist(['zh', 'en']), 'zh')
export const templateInput = v.optional(v.strictObject({ language }), {})
/** `issues`: what is wrong, by row and column · `board`: where every row stands. */
export const exportInput = v.strictObject({ id: batchId, what: v.picklist(['issues', 'board']), language })

export interface BatchView {
  id: string
  title: string
  linkMode: LinkMode
  authorization: Authorization | null
  phase: BatchPhase
  total: number
  counts: Record<RowState, number>
  /** Drafts that cannot be sent as they are. */
  faulty: number
  /** Drafts that can. */
  sendable: number
  letterRejected: number
  /** `code` is a stable word; `until` ms since the epoch. */
  paused: Pause | null
  /** Rows sent today by all batches, and the most the vendor takes a day. */
  today: { sent: number; limit: number }
  createdAt: number
  updatedAt: number
}

/** One line of the board; kept small, there may be a thousand. */
export interface RowView {
  id: string
  number: number
  name: string
  creditCode: string
  state: RowState
  /** The vendor's own status. */
  rawStatus: string | null
  letterRejected: boolean
  issues: number
  updatedAt: number
}

export interface RowDetail extends RowView {
  /** As typed, with the id number masked and the mobile in part; null once redacted. To change one, send it anew. */
  fields: Record<Column, string> | null
  issueList: Issue[]
  attachments: { kind: AttachmentKind; size: number }[]
  vendorText: string | null
  /** Why we could not send it; null: for no reason of ours. */
  problem: RowProblem | null
  round: number
  history: { state: RowState; at: number }[]
  /** What may be done with it now. */
  can: { edit: boolean; resubmit: boolean; repair: boolean; cancel: boolean; link: boolean; attach: boolean }
}

export interface BatchResult {
  batch: BatchView
}
/** `rows`: those changed since. Ask again with `since: asOf`; when `total` differs from what is held, rows are gone. */
export interface RowsResult extends BatchResult {
  rows: RowView[]
  asOf: number
}
export interface CreateResult extends BatchResult {
  outcome: 'created' | 'repeated'
  /** Headings of the file that mean nothing to us; their columns were left out. */
  unknownHeadings: string[]
  /** Whatever of the file was not imported; at most 50. Some of it can be had: see `readingInput`. */
  leftOut: LeftOut[]
}
export type CreateOrAskedResult = CreateResult | AskedResult
export interface BatchListResult {
  items: BatchView[]
  nextCursor: string | null
}
export interface RowResult extends BatchResult {
  row: RowDetail
}
export interface RemoveResult extends BatchResult {
  removed: string[]
}

/** The way of one administrator into the vendor, for all of his rows. */
export interface LinkView {
  group: string
  /** Masked. */
  administrator: { name: string; mobile: string }
  /** Rows that are ready for it or on their way. */
  rows: number
  /** Of these, how many became ready after the link was made. */
  notCovered: number
  /** Of how many the vendor was not asked yet whether the link has them; the next `batch.links` goes on asking. */
  unasked: number
  /** `none`: to be fetched with `batch.link` · `stale`: rows became ready after it was made. */
  state: 'none' | 'live' | 'stale' | 'expired'
  link: {
    app: MiniProgramHandoff
    /** Address of an image. */
    qrImage: string
    url: string
    shortUrl: string
    /** Where a card in a chat leads: a page of ours with the link, for whoever is sent it. */
    page: string
    /** ms since the epoch. */
    expiresAt: number
  } | null
  /** Rows we asked for that the vendor left out of the link. */
  leftOut: { rowId: string; number: number; name: string }[]
  /** The vendor's own sentences about flows at fault. */
  failures: string[]
}
export interface LinksResult extends BatchResult {
  links: LinkView[]
}
export interface LinkResult {
  link: LinkView
}
/** The link of a single row, in `perRow` mode. */
export interface RowLinkResult {
  handoff: WebUrlHandoff
}
/** `notCleared`: rows whose flows were not cleared, which stay as they were; `text` is the vendor's sentence, or ''. */
export interface RepairResult extends RowsResult {
  notCleared: { rowId: string; number: number; name: string; why: ClearingProblem; text: string }[]
}
/** A spreadsheet, at most 700 KB. */
export interface FileResult {
  name: string
  /** base64 */
  content: string
}
