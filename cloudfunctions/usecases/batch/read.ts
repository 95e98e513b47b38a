import type { BatchListResult, RowResult, RowsResult } from '../../contract/batch'
import type { Deps } from '../kit/deps'
import { onePage } from '../kit/pages'
import { advance } from './advance'
import { batchOf, rowOf } from './rows'
import { batchView, rowDetail, rowsResult } from './view'

/** ms of work a page's question may bring with it. */
const patience = 3000

/** All operators see all batches, newest first. */
export async function listBatches(
  deps: Deps,
  _operator: string,
  position: { cursor?: string; limit: number },
): Promise<BatchListResult> {
  return onePage(
    position,
    ({ from, rest }) => deps.store.find('batches', { where: [from], ...rest }),
    batch => batchView(deps, batch),
  )
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
