import { performance } from 'node:perf_hooks'
import { ExponentialBackoff, handleWhenResult, retry } from 'cockatiel'
import { isRecord } from '../platform/json'
import { createBreaker, type Stopwatch } from './breaker'
import type { Outcome } from './driver'

/** Runs one call to a vendor: `attempt` signs and sends afresh each time it is run. */
export type Caller = <T>(attempt: () => Promise<Outcome<T>>) => Promise<Outcome<T>>

export interface CallerOptions {
  /** Tries after the first, for `transient` outcomes only. */
  retries: number
  /** ms before the first of them; doubles. */
  firstPauseMs: number
  /** By which durations are measured; the process's own unless a test has another. */
  stopwatch?: Stopwatch
}

/**
 * Repeats what is safe to repeat, and stops knocking for a while at a vendor that does not answer at all or asks to be
 * left alone. What may have happened is never repeated here: that is for a person or the sweep to decide.
 */
export function createCaller({ retries, firstPauseMs, stopwatch = monotonic }: CallerOptions): Caller {
  const again = retry(handleWhenResult(isWorthAnotherTry), {
    maxAttempts: retries,
    backoff: new ExponentialBackoff({ initialDelay: firstPauseMs, maxDelay: 2000 }),
  })
  const breaker = createBreaker(stopwatch)
  return attempt =>
    again.execute(async () => {
      if (!breaker.allows()) return leftAlone
      let outcome: Awaited<ReturnType<typeof attempt>> | null = null
      try {
        outcome = await attempt()
        return outcome
      } finally {
        const failed = outcome?.kind === 'transient' || outcome?.kind === 'indeterminate'
        breaker.record(failed, outcome?.kind === 'transient' ? outcome.retryAfterMs : undefined)
      }
    })
}

const monotonic: Stopwatch = () => performance.now()

const leftAlone: Outcome<never> = {
  kind: 'transient',
  code: 'CIRCUIT_OPEN',
  detail: 'the vendor has not answered lately, or asked to be left alone; not asked again yet',
}

/** After a time-out the patience of whoever waits is used up, and who asks for quiet gets it. */
function isWorthAnotherTry(outcome: unknown): boolean {
  if (!isRecord(outcome) || outcome.kind !== 'transient') return false
  return outcome.code !== 'TIMEOUT' && outcome.code !== 'CIRCUIT_OPEN' && outcome.retryAfterMs === undefined
}
