import type { BatchRow } from '../../domain/batch/row'
import type { Condition } from '../../platform/store'
import type { Deps } from '../kit/deps'
import { flushAbandoned } from '../kit/outbox'
import { advance, type Run } from './advance'
import { clearLinks, redact } from './redact'
import { publishBatch, tellRows, withUntoldRows } from './tell'

export interface BatchSweepReport {
  batches: number
  rowsRedacted: number
}

/** The sweep's part with batches: whatever has due rows goes on, and what must not be kept is removed. */
export async function sweepBatches(deps: Deps, deadline: number): Promise<BatchSweepReport> {
  const now = deps.clock()
  const rowsRedacted = await redact(deps, now)
  await clearLinks(deps, now)
  await flushAbandoned(
    deps,
    left => deps.store.find('batches', left),
    each => publishBatch(deps, each),
  )
  for (const id of await withUntoldRows(deps)) await tellRows(deps, id)
  // Sending comes first, for all of them: to ask about what was sent takes any time there is.
  for (const id of await withDueRows(deps, now, ['state', 'eq', 'queued'])) {
    await goOn(deps, id, { deadline, watched: false, sendsOnly: true })
  }
  const ids = new Set([...(await withDueRows(deps, now)), ...(await leftByDeadRunners(deps, now))])
  for (const id of ids) await goOn(deps, id, { deadline, watched: false })
  return { batches: ids.size, rowsRedacted }
}

/** One batch that fails does not hold up the others. */
async function goOn(deps: Deps, id: string, run: Run): Promise<void> {
  if (deps.clock() > run.deadline) return
  const batch = await deps.store.get('batches', id)
  if (!batch) return
  await advance(deps, batch, run).catch((error: unknown) => {
    deps.log.error('batch.sweep', { batch: id, error: error instanceof Error ? error.name : 'unknown' })
  })
}

/** One question a batch, so that a thousand rows of one do not hide the others. */
async function withDueRows(
  { store }: Deps,
  now: number,
  ...conditions: Condition<BatchRow>[]
): Promise<string[]> {
  const ids: string[] = []
  for (;;) {
    const [row] = await store.find('batch_rows', {
      where: [['batchId', 'gt', ids.at(-1) ?? ''], ['dueAt', 'gt', 0], ['dueAt', 'lte', now], ...conditions],
      fields: ['batchId'],
      orderBy: [['batchId', 'asc']],
      limit: 1,
    })
    if (!row) return ids
    ids.push(row.batchId)
  }
}

/** Their rows may all have ended, but nobody has counted them. */
async function leftByDeadRunners({ store }: Deps, now: number): Promise<string[]> {
  const batches = await store.find('batches', {
    where: [
      ['busyUntil', 'gt', 0],
      ['busyUntil', 'lte', now],
    ],
    fields: ['_id'],
    limit: 100,
  })
  return batches.map(({ _id }) => _id)
}
