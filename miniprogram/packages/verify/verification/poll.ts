const factor = 1.5
const longest = 30_000
const rounds = 10

/** ms until the next question; null when it has been asked often enough and the user may ask by hand. */
export function pollDelay(round: number, baseSeconds: number): number | null {
  if (round >= rounds) return null
  return Math.min(baseSeconds * 1000 * factor ** round, longest)
}

/** Asks again and again, one question at a time, until the returned function is called or the rounds are over. */
export function startPolling(ask: () => Promise<unknown>, baseSeconds: number): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  let stopped = false

  const wait = (round: number) => {
    const delay = pollDelay(round, baseSeconds)
    if (stopped || delay === null) return
    timer = setTimeout(async () => {
      await ask().catch(() => undefined)
      wait(round + 1)
    }, delay)
  }
  wait(0)

  return () => {
    stopped = true
    if (timer !== null) clearTimeout(timer)
  }
}
