/** Runs at once, then at most every `ms` with the newest state: never late by more, and the last one always. */
export function paced(run: () => void, ms: number): () => void {
  let waiting: ReturnType<typeof setTimeout> | null = null
  let again = false
  const tick = () => {
    waiting = null
    if (!again) return
    again = false
    go()
  }
  const go = () => {
    run()
    waiting = setTimeout(tick, ms)
  }
  return () => {
    if (waiting === null) go()
    else again = true
  }
}

/** Between two scroll events that reach the app, ms: the bridge is slower than the finger. */
export const scrollPace = 30
