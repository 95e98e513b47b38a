import * as v from 'valibot'
import { rowStates } from '../../domain/batch/lifecycle'
import { authorizations, columns, issueCodes, linkModes, pauseCodes } from '../../domain/batch/row'
import { administratorInput, batchId, rowId } from '../batch'
import { listOf, moment, momentOrNull } from './shape'

export const batchPath = v.strictObject({ id: batchId })

const text = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max))

/** `single`: one link for all organizations of an administrator · `perRow`: one for each. */
export const createBody = v.strictObject({
  title: v.pipe(text(50), v.minLength(1)),
  linkMode: v.optional(v.picklist(linkModes), 'single'),
  authorization: v.optional(v.nullable(v.picklist(authorizations)), null),
})

/** Rows of one call; more go in the next. */
const mostRows = 200

export const addRowsBody = v.strictObject({
  rows: v.pipe(
    v.array(v.strictObject(v.entriesFromList(columns, v.optional(text(500))))),
    v.minLength(1),
    v.maxLength(mostRows),
  ),
  /** For rows that name no administrator themselves. */
  administrator: v.optional(administratorInput),
})

/** `confirmed`: you have the organizations' and administrators' consent. */
export const submitBody = v.strictObject({ confirmed: v.literal(true) })

export const rowsQuery = v.strictObject({
  /** The `nextCursor` of the page before. */
  cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{1,5}$/))),
  limit: v.optional(v.pipe(v.string(), v.regex(/^([1-9]|[1-9]\d|100)$/))),
})

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const batch = v.strictObject({
  id: batchId,
  title: v.string(),
  linkMode: v.picklist(linkModes),
  phase: v.picklist(['draft', 'running', 'done', 'canceled']),
  total: count,
  /** Rows in each state. */
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

/** The organization's name and code are public; nothing of its administrator is answered. */
export const row = v.strictObject({
  id: rowId,
  number: count,
  name: v.string(),
  creditCode: v.string(),
  state: v.picklist(rowStates),
  /** What would fail at the vendor, found before anything is sent. */
  issues: v.array(v.strictObject({ field: v.string(), code: v.picklist(issueCodes) })),
  updatedAt: moment,
})
export type RowResource = v.InferOutput<typeof row>
export const rowList = listOf(row)
export const addedRows = v.strictObject({ items: v.array(row) })

/** The way of one administrator into the vendor, for all of his rows. */
export const batchLinks = v.strictObject({
  links: v.array(
    v.strictObject({
      group: v.string(),
      /** Masked. */
      administrator: v.strictObject({ name: v.string(), mobile: v.string() }),
      rows: count,
      notCovered: count,
      /** `none`: made by the next run · `stale`: rows became ready after it was made. */
      state: v.picklist(['none', 'live', 'stale', 'expired']),
      url: v.nullable(v.string()),
      shortUrl: v.nullable(v.string()),
      qrImage: v.nullable(v.string()),
      expiresAt: momentOrNull,
    }),
  ),
})
export type BatchLinks = v.InferOutput<typeof batchLinks>
