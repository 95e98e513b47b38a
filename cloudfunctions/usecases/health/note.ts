import { type FunctionName, type HealthRow, healthId, healthUntil, type SweepEnd } from '../../domain/health'
import type { Meter } from '../../platform/meter'
import type { Deps } from '../kit/deps'
import { unlessMisconfigured } from '../kit/unlessMisconfigured'

/** ms an instance goes on before it notes again what it has done. */
const pause = 60_000

/**
 * Does the work of one call, and beside it counts the call and now and then notes what came together: one write a
 * minute at most. Throws only what the work throws.
 */
export async function alongside<T>(
  dependencies: () => Deps,
  name: FunctionName,
  work: () => Promise<T>,
): Promise<T> {
  const noted = noteCall(dependencies, name)
  try {
    return await work()
  } finally {
    // The instance stands still after the answer.
    await noted
  }
}

async function noteCall(dependencies: () => Deps, name: FunctionName): Promise<void> {
  const deps = unlessMisconfigured(dependencies)
  if (!deps) return
  const { meter } = deps.instance
  meter.calls += 1
  if (deps.clock() - meter.notedAt >= pause) await note(deps, name, {})
}

/** The same of a run of the timer, how it ended included, and every time. */
export async function noteSweep(deps: Deps, sweep: SweepEnd): Promise<void> {
  deps.instance.meter.calls += 1
  await note(deps, 'sweep', { sweep })
}

type Marks = Pick<HealthRow, `answered_${string}` | `failed_${string}`>
type Said = { sweep?: SweepEnd }

async function note(deps: Deps, name: FunctionName, said: Said): Promise<void> {
  const { store, clock, instance, log } = deps
  const { meter, release } = instance
  const at = clock()
  const _id = healthId(name, at)
  const { reads, writes, calls } = meter
  const stands = { at, release, settings: instance.settings.hash, ...said, ...marksOf(meter) }
  Object.assign(meter, { reads: 0, writes: 0, calls: 0, notedAt: at })
  const add = () =>
    store.updateMany('health', [['_id', 'eq', _id]], { set: stands, add: { reads, writes, calls } })
  const fresh = { _id, version: 1, until: healthUntil(at), reads, writes, calls, sweep: null, ...stands }
  try {
    if ((await add()) === 1) return
    if (await store.insert('health', fresh)) return
    await add()
  } catch (error) {
    log.warn('health.unnoted', { error: error instanceof Error ? error.name : 'unknown' })
  }
}

/** What was seen of vendors since the last note; older marks of other instances stay as they are. */
function marksOf({ answered, failed }: Meter): Marks {
  const marks: Marks = {}
  for (const [id, at] of answered) marks[`answered_${id}`] = at
  for (const [id, each] of failed) marks[`failed_${id}`] = each
  answered.clear()
  failed.clear()
  return marks
}

/** Removes the notes of days that are over. Returns how many it found. */
export async function clearHealth({ store }: Deps, now: number): Promise<number> {
  const over = await store.find('health', {
    where: [
      ['until', 'gt', 0],
      ['until', 'lte', now],
    ],
    limit: 100,
  })
  for (const { _id, version } of over) await store.remove('health', _id, version)
  return over.length
}
