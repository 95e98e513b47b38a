import type { BatchListResult, RowResult, RowsResult } from '../../contract/batch'
import type { Batch } from '../../domain/batch/row'
import type { Condition } from '../../platform/store'
import type { Deps } from '../kit/deps'
import { requireRole } from '../operator/operator'
import { advance } from './advance'
import { batchOf, rowOf } from './rows'
import { batchView, rowDetail, rowsResult } from './view'

/** ms of work a page's question may bring with it. */
const patience = 3000

/** All operators see all batches, newest first. Throws FORBIDDEN. */
export async function listBatches(
  deps: Deps,
  operator: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<BatchListResult> {
  await requireRole(deps, operator, 'viewer')
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

/** A batch and its rows as they are known, without asking the vendor. Throws FORBIDDEN, NOT_FOUND. */
export async function getBatch(
  deps: Deps,
  operator: string,
  { id, since }: { id: string; since: number },
): Promise<RowsResult> {
  await requireRole(deps, operator, 'viewer')
  return rowsResult(deps, await batchOf(deps, id), since)
}

/** Brings the batch forward and tells what changed. Throws FORBIDDEN, NOT_FOUND. */
export async function refreshBatch(
  deps: Deps,
  operator: string,
  { id, since }: { id: string; since: number },
): Promise<RowsResult> {
  await requireRole(deps, operator, 'viewer')
  const batch = await batchOf(deps, id)
  const after = await advance(deps, batch, { deadline: deps.clock() + patience, watched: true })
  return rowsResult(deps, after, since)
}

/** Throws FORBIDDEN, NOT_FOUND. */
export async function getRow(deps: Deps, operator: string, { rowId }: { rowId: string }): Promise<RowResult> {
  await requireRole(deps, operator, 'viewer')
  const row = await rowOf(deps, rowId)
  const batch = await batchOf(deps, row.batchId)
  return { batch: await batchView(deps, batch), row: rowDetail(deps, batch, row) }
}
