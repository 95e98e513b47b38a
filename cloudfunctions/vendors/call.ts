import {
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhenResult,
  isBrokenCircuitError,
  retry,
  wrap,
} from 'cockatiel'
import { isRecord } from '../platform/json'
import type { Outcome } from './driver'

/** Runs one call to a vendor: `attempt` signs and sends afresh each time it is run. */
export type Caller = <T>(attempt: () => Promise<Outcome<T>>) => Promise<Outcome<T>>

export interface CallerOptions {
  /** Tries after the first, for `transient` outcomes only. */
  retries: number
  /** ms before the first of them; doubles. */
  firstPauseMs: number
}

/**
 * Repeats what is safe to repeat, and stops knocking for a while at a vendor that does not answer at all. What may
 * have happened is never repeated here: that is for a person or the sweep to decide.
 */
export function createCaller({ retries, firstPauseMs }: CallerOptions): Caller {
  const again = retry(
    // After a time-out the patience of whoever waits is used up: that one is not tried again.
    handleWhenResult(outcome => read(outcome, 'kind') === 'transient' && read(outcome, 'code') !== 'TIMEOUT'),
    { maxAttempts: retries, backoff: new ExponentialBackoff({ initialDelay: firstPauseMs, maxDelay: 2000 }) },
  )
  const breaker = circuitBreaker(
    handleWhenResult(outcome => ['transient', 'indeterminate'].includes(read(outcome, 'kind'))),
    { halfOpenAfter: 10_000, breaker: new ConsecutiveBreaker(10) },
  )
  const policy = wrap(again, breaker)
  return async attempt => {
    try {
      return await policy.execute(attempt)
    } catch (error) {
      if (!isBrokenCircuitError(error)) throw error
      return {
        kind: 'transient',
        code: 'CIRCUIT_OPEN',
        detail: 'the vendor has not answered lately; not asked again yet',
      }
    }
  }
}

function read(outcome: unknown, key: 'kind' | 'code'): string {
  return isRecord(outcome) ? String(outcome[key]) : ''
}
