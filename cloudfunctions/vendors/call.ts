import { ExponentialBackoff, handleWhenResult, retry } from 'cockatiel'
import { type Clock, monotonic, type Stopwatch, systemClock } from '../platform/clock'
import { isRecord } from '../platform/json'
import { createOwnBook, type TroubleBook } from '../platform/troubleBook'
import { createBreaker } from './breaker'
import type { Outcome } from './driver'

/** Runs one call to a vendor: `attempt` signs and sends afresh each time it is run. */
export type Caller = <T>(attempt: () => Promise<Outcome<T>>) => Promise<Outcome<T>>

export interface CallerOptions {
  /** Tries after the first, for `transient` outcomes only. */
  retries: number
  /** ms before the first of them; doubles. */
  firstPauseMs: number
  /** What all instances know of the vendor; one's own unless there are others. */
  book?: TroubleBook
  clock?: Clock
  /** By which durations are measured; the process's own unless a test has another. */
  stopwatch?: Stopwatch
}

/**
 * Repeats what is safe to repeat, and stops knocking for a while at a vendor that does not answer at all or asks to be
 * left alone. What may have happened is never repeated here: that is for a person or the sweep to decide.
 */
export function createCaller({
  retries,
  firstPauseMs,
  book = createOwnBook(),
  clock = systemClock,
  stopwatch = monotonic,
}: CallerOptions): Caller {
  const again = retry(handleWhenResult(isWorthAnotherTry), {
    maxAttempts: retries,
    backoff: new ExponentialBackoff({ initialDelay: firstPauseMs, maxDelay: 2000 }),
  })
  const breaker = createBreaker({ book, clock, stopwatch })
  return attempt =>
    again.execute(async () => {
      if (!(await breaker.allows())) return leftAlone(breaker.restMs())
      const since = stopwatch()
      const outcome = await attempt()
      // That our own time is over says nothing of the vendor.
      if (isOutOfTime(outcome)) return outcome
      const isLost = outcome.kind === 'transient' || outcome.kind === 'indeterminate'
      if (isLost) await breaker.failed(stopwatch() - since, outcome.retryAfterMs)
      else await breaker.answered()
      return outcome
    })
}

const leftAlone = (retryAfterMs: number): Outcome<never> => ({
  kind: 'transient',
  code: 'CIRCUIT_OPEN',
  detail: 'the vendor has not answered lately, or asked to be left alone; not asked again yet',
  retryAfterMs,
})

/** The run has waited for others as long as it may: nobody was asked, and the next run goes on. */
export function isOutOfTime(outcome: Outcome<unknown>): boolean {
  return outcome.kind === 'transient' && outcome.code === 'BUDGET'
}

/** After a time-out the patience of whoever waits is used up, and who asks for quiet gets it. */
function isWorthAnotherTry(outcome: unknown): boolean {
  if (!isRecord(outcome) || outcome.kind !== 'transient') return false
  return !['TIMEOUT', 'BUDGET'].includes(String(outcome.code)) && outcome.retryAfterMs === undefined
}
