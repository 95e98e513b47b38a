import { AsyncLocalStorage } from 'node:async_hooks'
import { monotonic, type Stopwatch } from './clock'

/** What one run of a function may wait for others, in all. */
export interface Budget {
  /** Does `work`, all of which may wait so many ms for others. */
  run<T>(ms: number, work: () => T): T
  /** ms that may still be waited; Infinity where nobody has set a limit. */
  left(): number
  /** Whether a call may still be begun, and so many ms be left to others afterwards. */
  hasTime(reserveMs?: number): boolean
  /** Counts the time of a call. Calls that are under way together cost the time of one: a run waits for all of them. */
  spend<T>(call: () => Promise<T>): Promise<T>
}

/** ms; a call that begins with less would rather be cut off, when it may have happened, than be answered. */
const least = 2000

interface Run {
  ms: number
  spent: number
  underWay: number
  /** When the first of those under way began. */
  since: number
}

/**
 * A run is what happens, however often it waits, within the work that was handed in: an instance may serve several at
 * once, and each has a budget of its own.
 */
export function createBudget(stopwatch: Stopwatch = monotonic): Budget {
  const runs = new AsyncLocalStorage<Run>()
  return { run, left, hasTime: (reserveMs = 0) => left() >= least + reserveMs, spend }

  function run<T>(ms: number, work: () => T): T {
    return runs.run({ ms, spent: 0, underWay: 0, since: 0 }, work)
  }

  function left(): number {
    const now = runs.getStore()
    if (!now) return Number.POSITIVE_INFINITY
    const running = now.underWay > 0 ? stopwatch() - now.since : 0
    return Math.max(0, now.ms - now.spent - running)
  }

  async function spend<T>(call: () => Promise<T>): Promise<T> {
    const now = runs.getStore()
    if (!now) return call()
    if (now.underWay === 0) now.since = stopwatch()
    now.underWay += 1
    try {
      return await call()
    } finally {
      now.underWay -= 1
      if (now.underWay === 0) now.spent += stopwatch() - now.since
    }
  }
}

/** For whoever is not part of a run. */
export const unlimited: Budget = createBudget()
