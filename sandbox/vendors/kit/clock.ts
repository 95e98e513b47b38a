/** The simulator's clock: it can be moved, and everything that waits on it moves along. */
export interface Clock {
  /** Unix ms as the simulator sees it. */
  now(): number
  offsetMs(): number
  /** Sets the offset to the real clock; timers that are due by then fire at once. */
  move(offsetMs: number): void
  /** Runs `task` once after `ms` of this clock. */
  after(ms: number, task: () => void): void
  /** Forgets all waiting tasks. */
  clear(): void
}

interface Waiting {
  dueAt: number
  task: () => void
  handle: NodeJS.Timeout
}

export function createClock(realNow: () => number = Date.now): Clock {
  const waiting = new Set<Waiting>()
  let offset = 0

  const arm = (one: Waiting) => {
    clearTimeout(one.handle)
    one.handle = setTimeout(
      () => {
        waiting.delete(one)
        one.task()
      },
      Math.max(0, one.dueAt - performance.now()),
    )
  }

  return {
    now: () => realNow() + offset,
    offsetMs: () => offset,
    move(offsetMs) {
      const forward = offsetMs - offset
      offset = offsetMs
      for (const one of waiting) {
        one.dueAt -= forward
        arm(one)
      }
    },
    after(ms, task) {
      const one: Waiting = { dueAt: performance.now() + ms, task, handle: setTimeout(() => {}, 0) }
      waiting.add(one)
      arm(one)
    },
    clear() {
      for (const one of waiting) clearTimeout(one.handle)
      waiting.clear()
    },
  }
}
