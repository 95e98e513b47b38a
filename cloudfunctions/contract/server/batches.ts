import * as v from 'valibot'
import { rowStates } from '../../domain/batch/lifecycle'
import { batchPhases } from '../../domain/batch/phase'
import {
  attachmentKinds,
  authorizations,
  columns,
  issueCodes,
  linkModes,
  pauseCodes,
} from '../../domain/batch/row'
import { administratorInput, batchId, rowId } from '../batch'
import { title } from '../texts'
import { count, listOf, moment, momentOrNull, page } from './shape'

export const batchPath = v.strictObject({ id: batchId })

const text = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max))

export const createBody = v.strictObject({
  title: title(50),
  /** `single`: one link for all rows of an administrator · `perRow`: every row has a link of its own. */
  linkMode: v.optional(v.picklist(linkModes), 'single'),
  /** For rows that say nothing themselves; null leaves it to the vendor. */
  authorization: v.optional(v.nullable(v.picklist(authorizations)), null),
})

/** A page of rows; more are added by further calls, 1,000 in all. */
export const addRowsBody = v.strictObject({
  /** For rows that name no administrator themselves. */
  administrator: v.optional(administratorInput),
  /** As typed: what is at fault is told as issues of the row, and the row is not sent before it is mended. */
  rows: v.pipe(
    v.array(v.strictObject(v.entriesFromList(columns, v.optional(text(500), '')))),
    v.minLength(1),
    v.maxLength(200),
  ),
})

/** You have the consent of the organizations and of their administrators. */
export const submitBody = v.strictObject({ confirmed: v.literal(true) })

export const rowsQuery = v.strictObject({ ...page, state: v.optional(v.picklist(rowStates)) })
export const linksQuery = v.strictObject(page)

export const batch = v.strictObject({
  id: batchId,
  title: v.string(),
  linkMode: v.picklist(linkModes),
  authorization: v.nullable(v.picklist(authorizations)),
  /** `draft`: nothing was sent yet · `done`: every row has its end. */
  phase: v.picklist(batchPhases),
  total: count,
  counts: v.strictObject(v.entriesFromList(rowStates, count)),
  /** Drafts that cannot be sent as they are, and those that can. */
  faulty: count,
  sendable: count,
  /** Why nothing is sent at the moment, and when it is tried again. */
  paused: v.nullable(v.strictObject({ code: v.picklist(pauseCodes), until: moment })),
  createdAt: moment,
  updatedAt: moment,
})
export type BatchResource = v.InferOutput<typeof batch>

const row = v.strictObject({
  id: rowId,
  /** Its place in the batch, from 1. */
  number: count,
  name: v.string(),
  creditCode: v.string(),
  state: v.picklist(rowStates),
  /** What would fail at the vendor, by column; `other`: the number of the other row, of duplicates and conflicts. */
  issues: v.array(
    v.strictObject({
      column: v.picklist([...columns, ...attachmentKinds]),
      code: v.picklist(issueCodes),
      other: v.nullable(count),
    }),
  ),
  updatedAt: moment,
})
export type RowResource = v.InferOutput<typeof row>
export const rowList = listOf(row)

/** Rows that one answer cannot hold follow by `GET …/rows` with the cursor. */
export const addedRows = v.strictObject({ batch, ...rowList.entries })

/** The way of one administrator into the vendor, for all of his rows; in `perRow` mode, of one row. */
const link = v.strictObject({
  id: v.string(),
  /** null when the link is for several rows. */
  rowId: v.nullable(rowId),
  rows: count,
  /** In part. */
  administrator: v.nullable(v.strictObject({ name: v.string(), mobile: v.string() })),
  /** `pending`: the vendor has not given it yet; ask again. */
  state: v.picklist(['ready', 'pending']),
  url: v.nullable(v.string()),
  shortUrl: v.nullable(v.string()),
  expiresAt: momentOrNull,
  /** Numbers of rows that the vendor left out of the link. */
  leftOut: v.array(count),
})
export type LinkResource = v.InferOutput<typeof link>
export const linkList = listOf(link)
