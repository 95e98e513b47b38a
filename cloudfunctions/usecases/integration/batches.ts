import type * as v from 'valibot'
import type { BatchView, LinkView } from '../../contract/batch'
import type { addRowsBody, createBody } from '../../contract/server/batches'
import type { RowState } from '../../domain/batch/lifecycle'
import type { BatchRow } from '../../domain/batch/row'
import { ActionError } from '../../domain/errors'
import type { Condition } from '../../platform/store'
import { addRows } from '../batch/addRows'
import { create } from '../batch/create'
import { link, links, rowLink } from '../batch/links'
import { batchOf } from '../batch/rows'
import { submit } from '../batch/submit'
import { batchView } from '../batch/view'
import type { Deps } from '../kit/deps'

/** Throws VENDOR_OFF. `intent`: the same over all tries of one call. */
export async function createBatch(
  deps: Deps,
  key: string,
  intent: string,
  body: v.InferOutput<typeof createBody>,
): Promise<BatchView> {
  const source = { kind: 'empty' } as const
  const { batch } = await create(deps, key, { ...body, clientKey: intent, source })
  return batch
}

/** Throws NOT_FOUND, VENDOR_OFF, TOO_MANY_ROWS, BUSY. */
export async function addBatchRows(
  deps: Deps,
  key: string,
  { id, intent, administrator, rows }: v.InferOutput<typeof addRowsBody> & { id: string; intent: string },
): Promise<{ batch: BatchView; rows: BatchRow[] }> {
  const added = await addRows(deps, key, { id, intake: intent, administrator, entries: rows })
  return { batch: await getBatch(deps, id), rows: added }
}

/** Throws NOT_FOUND, NOTHING_TO_SUBMIT, VENDOR_OFF, BUSY. */
export async function submitBatch(deps: Deps, key: string, id: string): Promise<BatchView> {
  const { batch } = await submit(deps, key, { id })
  return batch
}

/** As it is known, without asking the vendor. Throws NOT_FOUND. */
export async function getBatch(deps: Deps, id: string): Promise<BatchView> {
  return batchView(deps, await batchOf(deps, id))
}

interface Page {
  cursor?: string | undefined
  limit: number
}

/** In their order; the cursor is the number of the last row. Throws NOT_FOUND. */
export async function listBatchRows(
  deps: Deps,
  { id, state, cursor, limit }: Page & { id: string; state?: RowState | undefined },
): Promise<{ items: BatchRow[]; nextCursor: string | null }> {
  await batchOf(deps, id)
  const where: Condition<BatchRow>[] = [['batchId', 'eq', id]]
  if (state !== undefined) where.push(['state', 'eq', state])
  const found = await deps.store.find('batch_rows', {
    where: [...where, ['number', 'gt', numberOf(cursor)]],
    orderBy: [['number', 'asc']],
    limit: limit + 1,
  })
  const items = found.slice(0, limit)
  return { items, nextCursor: found.length > limit ? String(items.at(-1)?.number) : null }
}

/** The way into the vendor of one administrator, or of one row. */
export interface BatchLinkItem {
  id: string
  rowId: string | null
  rows: number
  administrator: { name: string; mobile: string } | null
  way: { url: string; shortUrl: string | null; expiresAt: number | null } | null
  /** Numbers of rows. */
  leftOut: number[]
  /** Where the list goes on after it. */
  next: string
}

/** ms after which no further link is fetched; a call to the vendor may take as long again. */
const patience = 6000

/**
 * Links of one page, fetched from the vendor where there is none that lives and covers all rows; what there was no time
 * for has none yet. The cursor is a place in the list. Throws NOT_FOUND.
 */
export async function listBatchLinks(
  deps: Deps,
  key: string,
  { id, cursor, limit }: Page & { id: string },
): Promise<{ items: BatchLinkItem[]; nextCursor: string | null }> {
  const deadline = deps.clock() + patience
  const { linkMode } = await batchOf(deps, id)
  const from = numberOf(cursor)
  const all = linkMode === 'single' ? (await links(deps, key, { id })).links : await openRows(deps, id)
  const items: BatchLinkItem[] = []
  for (const [at, each] of all.slice(from, from + limit).entries()) {
    const mayFetch = deps.clock() < deadline
    const item =
      'group' in each ? await ofGroup(deps, key, id, each, mayFetch) : await ofRow(deps, key, each, mayFetch)
    items.push({ ...item, next: String(from + at + 1) })
  }
  return { items, nextCursor: from + limit < all.length ? String(from + limit) : null }
}

type OpenRow = Pick<BatchRow, '_id' | 'maskedAdmin'>

function openRows({ store }: Deps, id: string): Promise<OpenRow[]> {
  return store.find('batch_rows', {
    where: [
      ['batchId', 'eq', id],
      ['state', 'in', ['ready', 'processing']],
    ],
    fields: ['_id', 'maskedAdmin'],
    orderBy: [['number', 'asc']],
    limit: 1000,
  })
}

async function ofGroup(
  deps: Deps,
  key: string,
  id: string,
  known: LinkView,
  mayFetch: boolean,
): Promise<Omit<BatchLinkItem, 'next'>> {
  const fresh =
    known.state !== 'live' && mayFetch ? await given(link(deps, key, { id, group: known.group })) : null
  const { group, rows, administrator, link: way, leftOut } = fresh?.link ?? known
  return { id: group, rowId: null, rows, administrator, way, leftOut: leftOut.map(({ number }) => number) }
}

async function ofRow(
  deps: Deps,
  key: string,
  { _id, maskedAdmin }: OpenRow,
  mayFetch: boolean,
): Promise<Omit<BatchLinkItem, 'next'>> {
  const fetched = mayFetch ? await given(rowLink(deps, key, { rowId: _id })) : null
  const way = fetched && { ...fetched.handoff, shortUrl: null }
  return { id: _id, rowId: _id, rows: 1, administrator: maskedAdmin, way, leftOut: [] }
}

/** null for what is expected to be had later. */
async function given<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof ActionError) return null
    throw error
  }
}

/** A cursor of ours is a number; what is none begins at the beginning. */
function numberOf(cursor: string | undefined): number {
  return cursor && /^\d{1,5}$/.test(cursor) ? Number(cursor) : 0
}
