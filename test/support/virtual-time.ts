/** A clock that stands still while anything runs, and jumps to the next moment somebody waits for. */
export interface VirtualTime {
  now(): number
  wait(ms: number): Promise<void>
  /** Lets the time pass until `work` is done. */
  run<T>(work: () => Promise<T>): Promise<T>
}

export function createVirtualTime(start: number): VirtualTime {
  let now = start
  let waiting: { at: number; go: () => void }[] = []
  const jump = () => {
    const at = Math.min(...waiting.map(each => each.at))
    const due = waiting.filter(each => each.at === at)
    waiting = waiting.filter(each => each.at !== at)
    now = at
    for (const { go } of due) go()
  }
  return {
    now: () => now,
    wait: ms => new Promise(resolve => waiting.push({ at: now + ms, go: resolve })),
    async run(work) {
      let isDone = false
      const result = work().finally(() => {
        isDone = true
      })
      while (!isDone) {
        await new Promise(setImmediate)
        if (!isDone && waiting.length > 0) jump()
      }
      return result
    },
  }
}
