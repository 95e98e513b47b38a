import type { Batch, Pause } from '../../domain/batch/row'
import { isHeld } from '../../domain/lease'
import type { Deps } from '../kit/deps'
import { commitBatch } from './commit'
import { follow } from './follow'
import { move, recount } from './rows'
import { send } from './send'

/** ms; no function lives longer. */
const longestRun = 90_000
/** ms a runner that died keeps others away beyond its deadline. */
const grace = 10_000

export interface Run {
  /** When to stop taking up new work, ms since the epoch. */
  deadline: number
  /** Somebody looks at the board right now. */
  watched: boolean
  /** Sends what waits and leaves the rest to another run. */
  sendsOnly?: boolean
}

/**
 * Brings a batch forward: sends what waits, asks the vendor about what is open. One runner at a time; when another is
 * at work, nothing happens. Whatever a runner leaves undone, the next one takes up.
 */
export async function advance(
  deps: Deps,
  batch: Batch,
  { deadline, watched, sendsOnly = false }: Run,
): Promise<Batch> {
  const leased = await lease(deps, batch, deadline)
  if (!leased) return batch
  let pause: Pause | null = leased.paused && leased.paused.until > deps.clock() ? leased.paused : null
  try {
    await loseAbandoned(deps, batch._id)
    if (!pause) {
      pause = await send(deps, leased, deadline)
      if (pause) await holdBack(deps, batch._id, pause.until)
    }
    if (!sendsOnly) await follow(deps, leased, deadline, watched)
  } finally {
    const free = { busyUntil: 0, paused: pause }
    // Since the last count, not since this run began: a runner that died may have left without counting.
    const changed = (await changedSince(deps, leased)) || leased.paused?.until !== pause?.until
    batch = changed ? await recount(deps, batch._id, free) : await commitBatch(deps, batch._id, () => free)
  }
  return batch
}

/** The batch as it was found; null: it is somebody else's, or gone. */
async function lease(deps: Deps, { _id }: Batch, deadline: number): Promise<Batch | null> {
  const batch = await deps.store.get('batches', _id)
  if (!batch || isHeld(batch.busyUntil, deps.clock(), longestRun)) return null
  const won = await deps.store.replace('batches', _id, batch.version, { busyUntil: deadline + grace })
  return won ? batch : null
}

/** Whether anything that is shown changed since the rows were counted. */
async function changedSince({ store }: Deps, { _id, updatedAt }: Batch): Promise<boolean> {
  const changed = await store.find('batch_rows', {
    where: [
      ['batchId', 'eq', _id],
      ['updatedAt', 'gte', updatedAt],
    ],
    fields: ['_id'],
    limit: 1,
  })
  return changed.length > 0
}

/** Rows whose sender died in the middle of its call: nobody knows what became of them. */
async function loseAbandoned(deps: Deps, batchId: string): Promise<void> {
  const now = deps.clock()
  const rows = await deps.store.find('batch_rows', {
    where: [
      ['batchId', 'eq', batchId],
      ['state', 'eq', 'sending'],
      ['dueAt', 'lte', now],
    ],
    fields: ['_id'],
    limit: 1000,
  })
  const ids = rows.map(({ _id }) => _id)
  await move(deps, ids, 'answerLost', { dueAt: now + 1000 }, [['dueAt', 'lte', now]])
}

/** Nothing more is tried before the pause is over. */
async function holdBack({ store }: Deps, batchId: string, until: number): Promise<void> {
  await store.updateMany(
    'batch_rows',
    [
      ['batchId', 'eq', batchId],
      ['state', 'eq', 'queued'],
    ],
    { set: { dueAt: until } },
  )
}
