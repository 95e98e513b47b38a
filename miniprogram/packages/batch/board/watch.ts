const factor = 1.5
const longest = 60_000

/** ms until the next question, after `quiet` answers in a row that brought nothing new. */
export function watchDelay(quiet: number, baseSeconds: number): number {
  return Math.min(baseSeconds * 1000 * factor ** quiet, longest)
}

/**
 * Asks again and again, one question at a time, until the returned function is called. `ask` tells whether there was
 * anything new; as long as there is not, the questions grow rarer.
 */
export function startWatching(ask: () => Promise<boolean>, baseSeconds: number): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  let stopped = false

  const wait = (quiet: number) => {
    if (stopped) return
    timer = setTimeout(
      async () => {
        const news = await ask().catch(() => false)
        wait(news ? 0 : quiet + 1)
      },
      watchDelay(quiet, baseSeconds),
    )
  }
  wait(0)

  return () => {
    stopped = true
    if (timer !== null) clearTimeout(timer)
  }
}
