import type { CreateInput, CreateOrAskedResult, CreateResult } from '../../contract/batch'
import { checkRows } from '../../domain/batch/check'
import { importTable } from '../../domain/batch/importTable'
import { noCounts } from '../../domain/batch/lifecycle'
import { type Batch, type BatchRow, largestBatch, type RowFields } from '../../domain/batch/row'
import { withoutTyped } from '../../domain/batch/suggest'
import { ActionError } from '../../domain/errors'
import { canBeHad, type LeftOut } from '../../domain/sheet/leftOut'
import type { Sheet } from '../../platform/sheet/index'
import type { Deps } from '../kit/deps'
import { importKeyOf } from '../kit/key'
import { retention } from '../kit/retention'
import { rowsOrRefusal, type Spreadsheet, withSpreadsheet } from '../kit/table'
import { actorOf } from '../operator/identity'
import { contextOf } from './check'
import { auditRow } from './commit'
import { batchDriver } from './driver'
import { written } from './rows'
import { publishBatch } from './tell'
import { batchView } from './view'

interface Entries {
  /** As read, before they are rows of ours. */
  entries: RowFields[]
  unknownHeadings: string[]
  leftOut: LeftOut[]
}

/**
 * Makes a batch of drafts from a spreadsheet, pasted text, or nothing. Nothing is sent. The same client key with the
 * same content is the same batch. Throws KEY_CONFLICT, VENDOR_OFF, the codes of files and sheets (see ../kit/table.ts), TOO_MANY_ROWS.
 */
export async function create(deps: Deps, operator: string, input: CreateInput): Promise<CreateResult> {
  const made = await createOrAsk(deps, operator, { ...input, reading: { ...input.reading, ask: false } })
  if (made.outcome === 'asked') throw new Error('nobody was to be asked')
  return made
}

/** The same, unless the operator is to be asked first what of the file is meant: see `readingInput`. */
export async function createOrAsk(
  deps: Deps,
  operator: string,
  input: CreateInput,
): Promise<CreateOrAskedResult> {
  return withSpreadsheet(deps, input.source, spreadsheet => createFrom(deps, operator, input, spreadsheet))
}

async function createFrom(
  deps: Deps,
  operator: string,
  input: CreateInput,
  { sheets, content }: Spreadsheet,
): Promise<CreateOrAskedResult> {
  batchDriver(deps)
  const id = `b_${deps.vault.digest('batch', operator, input.clientKey).slice(0, 32)}`
  const { clientKey: key, source, ...terms } = input
  const own = importKeyOf(deps, { what: 'batch', owner: operator, key, terms, source, content })
  const earlier = await deps.store.get('batches', id)
  if (earlier) {
    await own.bind()
    return { outcome: 'repeated', batch: await batchView(deps, earlier), unknownHeadings: [], leftOut: [] }
  }

  const { entries, unknownHeadings, leftOut } =
    input.source.kind === 'empty' ? nothing : entriesOf(await sheets(), input)
  if (input.reading?.ask && leftOut.some(canBeHad)) return { outcome: 'asked', rows: entries.length, leftOut }
  if (entries.length > largestBatch) throw new ActionError('TOO_MANY_ROWS')
  const rows = drafts(deps, id, input, entries)
  await own.bind()
  // The rows before the batch: whatever is cut off half-way is completed by the next try with the same key, and
  // removed after the retention time if there is none.
  await deps.store.insertMany('batch_rows', rows)
  const batch = born(deps, { id, operator, input, rows })
  await deps.store.insert('batches', batch)
  await publishBatch(deps, batch)
  return { outcome: 'created', batch: await batchView(deps, batch), unknownHeadings, leftOut }
}

const nothing: Entries = { entries: [], unknownHeadings: [], leftOut: [] }

function entriesOf(sheets: readonly Sheet[], { administrator, reading }: CreateInput): Entries {
  const { rows, unknownHeadings, leftOut } = rowsOrRefusal(importTable(sheets, reading))
  const entries = rows.map(({ fields }) => withAdministrator(fields, administrator))
  return { entries, unknownHeadings, leftOut }
}

export function withAdministrator(fields: RowFields, administrator: CreateInput['administrator']): RowFields {
  const named = fields.adminName || fields.adminMobile || fields.adminIdNumber
  if (!administrator || named) return fields
  const { name, mobile, idType, idNumber } = administrator
  return { ...fields, adminName: name, adminMobile: mobile, adminIdType: idType, adminIdNumber: idNumber }
}

function drafts(deps: Deps, batchId: string, input: CreateInput, entries: RowFields[]): BatchRow[] {
  const issues = checkRows(
    entries.map((fields, index) => ({ number: index + 1, fields, attachments: [] })),
    contextOf(deps, input),
  )
  return entries.map((fields, index) => draft(deps, batchId, index + 1, fields, issues[index] ?? []))
}

export function draft(
  deps: Deps,
  batchId: string,
  number: number,
  fields: RowFields,
  issues: BatchRow['issues'],
): BatchRow {
  const now = deps.clock()
  const id = `${batchId}_${String(number).padStart(5, '0')}`
  return {
    _id: id,
    version: 1,
    batchId,
    number,
    ...written(deps, id, fields),
    attachments: [],
    issues: withoutTyped(issues),
    faults: issues.length,
    state: 'draft',
    round: 0,
    solo: false,
    chunkId: null,
    taskId: null,
    subTaskId: null,
    authorizationId: null,
    rawStatus: null,
    vendorText: null,
    problem: null,
    letterRejected: false,
    suspected: false,
    dueAt: null,
    lookedAt: 0,
    fruitless: 0,
    // A draft nobody sends does not keep people's numbers for ever.
    redactAt: now + retention(deps),
    history: [{ state: 'draft', at: now, cause: 'imported' }],
    createdAt: now,
    updatedAt: now,
  }
}

interface Birth {
  id: string
  operator: string
  input: CreateInput
  rows: readonly BatchRow[]
}

function born(deps: Deps, { id, operator: who, input, rows }: Birth): Batch {
  const now = deps.clock()
  const operator = actorOf(deps, who)
  const act = { event: 'imported', operator, rows: rows.length }
  const audit = auditRow({ _id: id, version: 0, auditHash: '' }, act, now)
  return {
    _id: id,
    version: 1,
    listKey: `${now}_${id}`,
    owner: operator,
    title: input.title,
    linkMode: input.linkMode,
    authorization: input.authorization,
    lastNumber: rows.length,
    counts: { ...noCounts(), draft: rows.length },
    faulty: rows.filter(row => row.faults > 0).length,
    letterRejected: 0,
    paused: null,
    busyUntil: 0,
    createdAt: now,
    updatedAt: now,
    outbox: [audit],
    outboxAt: now,
    auditHash: audit.hash,
  }
}
