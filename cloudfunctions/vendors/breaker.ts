/** ms by a clock that only goes forward; where it begins means nothing. */
export type Stopwatch = () => number

export interface Breaker {
  /** Whether a call may be made now. After a while of quiet one is let through, to try. */
  allows(): boolean
  /** What became of a call. `quietMs`: the vendor itself asks for so much quiet. */
  record(failed: boolean, quietMs?: number): void
}

/** Failures in a row after which a vendor is left alone. */
const patience = 10
/** ms. */
const quiet = 10_000

/**
 * Stops knocking at a vendor that does not answer, or that asks to be left alone. Durations come from a monotonic
 * clock: that the wall clock jumps neither opens nor keeps it.
 */
export function createBreaker(stopwatch: Stopwatch): Breaker {
  let failures = 0
  let closedFrom = Number.NEGATIVE_INFINITY
  let trying = false
  return {
    allows() {
      if (stopwatch() < closedFrom || trying) return false
      trying = failures >= patience
      return true
    },
    record(failed, quietMs = 0) {
      trying = false
      failures = failed ? failures + 1 : 0
      const pause = Math.max(failures >= patience ? quiet : 0, quietMs)
      if (pause > 0) closedFrom = stopwatch() + pause
    },
  }
}
