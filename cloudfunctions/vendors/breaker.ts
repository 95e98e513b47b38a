import type { Clock, Stopwatch } from '../platform/clock'
import type { Trouble, TroubleBook } from '../platform/troubleBook'

export interface Breaker {
  /** Whether a call may be made now. After a while of quiet one instance lets one through, to try. */
  allows(): Promise<boolean>
  /** ms until it is worth asking again whether a call may be made. */
  restMs(): number
  /** The vendor has answered: whatever it said, it is there. */
  answered(): Promise<void>
  /** It has not, after so many ms. `quietMs`: it asks for so much quiet itself. */
  failed(tookMs: number, quietMs?: number): Promise<void>
}

export interface BreakerOptions {
  book: TroubleBook
  clock: Clock
  stopwatch: Stopwatch
}

/** What has failed in a row before a vendor is left alone: ten refusals, or five calls that hung. */
const patience = 10
/** ms after which a call has held us, and counts double. */
const held = 2000
/** ms a vendor is left alone. */
const quiet = 10_000
/** ms after which it is looked up what has become of the call by which another tries. */
const lookAgain = 1000
/** ms for which failures count, and for which only one tries after the quiet. */
const memory = { failures: 60_000, quiet: 600_000 }

/**
 * Stops knocking at a vendor that does not answer, or that asks to be left alone. What one instance learns by waiting,
 * the others read. As long as all is well that costs one look in the life of an instance; it is looked up and written
 * only while calls fail. Durations come from a monotonic clock: that the time of day jumps neither opens nor keeps it.
 * A book that cannot be read or written stops nobody: then each instance finds out for itself.
 */
export function createBreaker({ book, clock, stopwatch }: BreakerOptions): Breaker {
  /** Whether there may be something to read: at first, and while calls fail. */
  let troubled = true
  let closedUntil = Number.NEGATIVE_INFINITY
  /** The `notBefore` that this instance waits for or has waited for, and until when by its stopwatch. */
  let awaited = { notBefore: 0, until: 0 }
  /** The `notBefore` it wrote when it went to try. */
  let tried = 0
  let own = 0
  let unwritten = { weight: 0, quietMs: 0 }
  let writing: Promise<void> | null = null
  return { allows, restMs, answered, failed }

  function restMs(): number {
    return Math.max(0, closedUntil - stopwatch())
  }

  async function allows(): Promise<boolean> {
    if (stopwatch() < closedUntil) return false
    if (!troubled) return true
    const found = current(await book.read().catch(nothing))
    if (!found) {
      troubled = own > 0
      return true
    }
    if (isClosed(found)) return closed(found)
    return found.weight < patience || goesToTry(found)
  }

  /** Of all that have waited only one tries. */
  async function goesToTry({ notBefore }: Trouble): Promise<boolean> {
    const next = clock() + quiet
    const attempt = await book
      .change(before =>
        before?.notBefore === notBefore ? { ...before, ...pausing(next, quiet), trying: true } : null,
      )
      .catch(nothing)
    if (!attempt) return true
    if (attempt.changed) tried = next
    if (attempt.changed || !attempt.now || !isClosed(attempt.now)) return true
    return closed(attempt.now)
  }

  async function answered(): Promise<void> {
    const isAnyWritten = own > 0 || tried > 0
    const isTrial = tried
    troubled = false
    own = 0
    tried = 0
    if (isTrial > 0) closedUntil = Number.NEGATIVE_INFINITY
    if (!isAnyWritten) return
    // A quiet the vendor has asked for stays.
    const good = (before: Trouble | null) =>
      before && { ...before, weight: 0, notBefore: before.notBefore === isTrial ? 0 : before.notBefore }
    await book.change(good).catch(nothing)
  }

  async function failed(tookMs: number, quietMs = 0): Promise<void> {
    const weight = tookMs >= held ? 2 : 1
    troubled = true
    own += weight
    const pause = Math.max(own >= patience ? quiet : 0, quietMs)
    closedUntil = Math.max(closedUntil, stopwatch() + pause)
    unwritten = { weight: unwritten.weight + weight, quietMs: Math.max(unwritten.quietMs, quietMs) }
    while (unwritten.weight > 0) {
      writing ??= write().finally(() => {
        writing = null
      })
      await writing
    }
  }

  /** Those that fail at the same time are written together. */
  async function write(): Promise<void> {
    while (unwritten.weight > 0) {
      const { weight, quietMs } = unwritten
      unwritten = { weight: 0, quietMs: 0 }
      const written = await book.change(before => worse(current(before), weight, quietMs)).catch(nothing)
      if (written?.now && isClosed(written.now)) closed(written.now)
    }
  }

  function worse(before: Trouble | null, more: number, quietMs: number): Trouble {
    const now = clock()
    const weight = (before?.weight ?? 0) + more
    const pause = Math.max(weight >= patience ? quiet : 0, quietMs)
    const kept = { notBefore: 0, pause: 0, until: 0, ...before, weight, trying: false }
    if (now + pause <= kept.notBefore || pause === 0)
      return { ...kept, until: Math.max(kept.until, now + memory.failures) }
    return { ...kept, ...pausing(now + pause, pause) }
  }

  /** What still counts; what was written by a clock that is far ahead does not. */
  function current(found: Trouble | null): Trouble | null {
    if (!found) return null
    const left = found.until - clock()
    return left > 0 && left <= found.pause + memory.quiet ? found : null
  }

  function isClosed({ notBefore }: Trouble): boolean {
    return notBefore > clock() && (notBefore !== awaited.notBefore || stopwatch() < awaited.until)
  }

  /** Stays away as long as is written, by its own clock; while another tries, only until it may have its answer. */
  function closed({ notBefore, pause, trying }: Trouble): false {
    const now = stopwatch()
    if (awaited.notBefore !== notBefore)
      awaited = { notBefore, until: now + Math.min(Math.max(notBefore - clock(), 0), pause) }
    const until = trying ? Math.min(awaited.until, now + lookAgain) : awaited.until
    closedUntil = Math.max(closedUntil, until)
    return false
  }
}

/** What a book that cannot be read or written says. */
const nothing = () => null

const pausing = (notBefore: number, pause: number) => ({
  notBefore,
  pause,
  until: notBefore + memory.quiet,
})
