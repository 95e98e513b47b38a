import type { RowsResult } from '../../contract/batch'
import type { Batch } from '../../domain/batch/row'
import { ActionError } from '../../domain/errors'
import type { Deps } from '../kit/deps'
import { advance } from './advance'
import { recheck } from './check'
import { recordAct } from './commit'
import { batchDriver } from './driver'
import { batchOf, move, recount } from './rows'
import { rowsResult } from './view'

/** ms an operator waits at most for the first calls; the page's next question and the sweep do the rest. */
export const patience = 6000

/**
 * Queues every draft without issues and begins to send. Harmless to repeat: what is queued is no draft any more.
 * Throws NOT_FOUND, NOTHING_TO_SUBMIT, VENDOR_OFF, BUSY.
 */
export async function submit(deps: Deps, operator: string, { id }: { id: string }): Promise<RowsResult> {
  batchDriver(deps)
  const since = deps.clock()
  const batch = await batchOf(deps, id)
  const drafts = await recheck(deps, batch)
  const queued = await queue(
    deps,
    drafts.map(({ _id }) => _id),
  )
  // Another press of the same button was first, or everything has its faults.
  if (queued === 0 && batch.counts.queued === 0) throw new ActionError('NOTHING_TO_SUBMIT')
  await recordAct(deps, id, { event: 'submitted', operator, rows: queued })
  return carryOn(deps, id, since)
}

/** Drafts with which nothing is the matter are sent as soon as their turn comes. Returns how many. */
export function queue(deps: Deps, ids: readonly string[]): Promise<number> {
  return move(deps, ids, 'submitted', { dueAt: deps.clock(), redactAt: null }, [['faults', 'eq', 0]])
}

/** Begins at once, for as long as an operator waits, and tells what changed. */
export async function carryOn(deps: Deps, id: string, since: number): Promise<RowsResult> {
  const batch: Batch = await recount(deps, id)
  const after = await advance(deps, batch, { deadline: deps.clock() + patience, watched: true })
  return rowsResult(deps, after, since)
}
