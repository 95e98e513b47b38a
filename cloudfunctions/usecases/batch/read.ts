import type { BatchListResult, RowResult, RowsResult } from '../../contract/batch'
import type { Batch } from '../../domain/batch/row'
import type { Condition } from '../../platform/store'
import type { Deps } from '../kit/deps'
import { advance } from './advance'
import { batchOf, rowOf } from './rows'
import { batchView, rowDetail, rowsResult } from './view'

/** ms of work a page's question may bring with it. */
const patience = 3000

/** All operators see all batches, newest first. */
export async function listBatches(
  deps: Deps,
  _operator: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<BatchListResult> {
  const where: Condition<Batch>[] = [['listKey', 'gt', '']]
  if (cursor !== undefined) where.push(['listKey', 'lt', cursor])
  const found = await deps.store.find('batches', {
    where,
    orderBy: [['listKey', 'desc']],
    limit: limit + 1,
  })
  const page = found.slice(0, limit)
  return {
    items: await Promise.all(page.map(batch => batchView(deps, batch))),
    nextCursor: found.length > limit ? (page.at(-1)?.listKey ?? null) : null,
  }
}

/** A batch and its rows as they are known, without asking the vendor. Throws NOT_FOUND. */
export async function getBatch(
  deps: Deps,
  _operator: string,
  { id, since }: { id: string; since: number },
): Promise<RowsResult> {
  return rowsResult(deps, await batchOf(deps, id), since)
}

/** Brings the batch forward and tells what changed. Throws NOT_FOUND. */
export async function refreshBatch(
  deps: Deps,
  _operator: string,
  { id, since }: { id: string; since: number },
): Promise<RowsResult> {
  const batch = await batchOf(deps, id)
  const after = await advance(deps, batch, { deadline: deps.clock() + patience, watched: true })
  return rowsResult(deps, after, since)
}

/** Throws NOT_FOUND. */
export async function getRow(
  deps: Deps,
  _operator: string,
  { rowId }: { rowId: string },
): Promise<RowResult> {
  const row = await rowOf(deps, rowId)
  const batch = await batchOf(deps, row.batchId)
  return { batch: await batchView(deps, batch), row: rowDetail(deps, batch, row) }
}
