import type { BatchRow } from '../../domain/batch/row'
import type { Condition } from '../../platform/store'
import type { Deps } from '../kit/deps'
import { flushAbandoned } from '../kit/outbox'
import { untilDone } from '../kit/untilDone'
import { advance, type Run } from './advance'
import { clearLinks, redact } from './redact'
import { publishBatch, tellRows, withUntoldRows } from './tell'

/** The sweep's part with batches: whatever has due rows goes on. One read when none has. Returns how many had. */
export async function sweepBatches(deps: Deps, deadline: number): Promise<number> {
  const now = deps.clock()
  const due = await withDueRows(deps, now)
  if (due.length === 0) return 0
  // Sending comes first, for all of them: to ask about what was sent takes any time there is.
  for (const id of await withDueRows(deps, now, ['state', 'eq', 'queued'])) {
    await goOn(deps, id, { deadline, watched: false, sendsOnly: true })
  }
  const ids = new Set([...due, ...(await withDueRows(deps, now))])
  for (const id of ids) await goOn(deps, id, { deadline, watched: false })
  return ids.size
}

/** ms; too soon to leave it to the next round of the timer, which may be minutes away. */
const soon = 2000

/** Whether a batch may send again in a moment: it was refused only because somebody else tried the vendor just then. */
export async function waitsShortly(deps: Deps): Promise<boolean> {
  const now = deps.clock()
  const waiting = await withDueRows(deps, now + soon, ['state', 'eq', 'queued'], ['dueAt', 'gt', now])
  return waiting.length > 0
}

/** What dead processes have left untold, of batches and of rows. */
export async function flushBatches(deps: Deps): Promise<number> {
  const left = await flushAbandoned(
    deps,
    waiting => deps.store.find('batches', waiting),
    each => publishBatch(deps, each),
  )
  for (const id of await withUntoldRows(deps)) await tellRows(deps, id)
  return left
}

/** Counts the rows of batches whose runner died, and removes what must not be kept. Returns how many rows lost their data. */
export async function tidyBatches(deps: Deps, deadline: number): Promise<number> {
  const now = deps.clock()
  const rowsRedacted = await untilDone(deps, deadline, () => redact(deps, now))
  await untilDone(deps, deadline, () => clearLinks(deps, now))
  for (const id of await leftByDeadRunners(deps, now)) await goOn(deps, id, { deadline, watched: false })
  return rowsRedacted
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
