const factor = 1.5

export interface Patience {
  /** ms between two questions at most. */
  longest: number
  /** How many questions in a row that bring nothing new. */
  rounds: number
}
const usual: Patience = { longest: 30_000, rounds: 10 }

/** ms until the next question; null when it has been asked often enough and the user may ask by hand. */
export function pollDelay(round: number, baseSeconds: number, patience = usual): number | null {
  if (round >= patience.rounds) return null
  return Math.min(baseSeconds * 1000 * factor ** round, patience.longest)
}

/**
 * Asks again and again, one question at a time, ever more rarely, until the returned function is called or the rounds
 * are over. An answer of `true` says that there was something new: the rounds begin anew.
 */
export function startPolling(
  ask: () => Promise<unknown>,
  baseSeconds: number,
  patience?: Patience,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  const wait = (round: number) => {
    const delay = pollDelay(round, baseSeconds, patience)
    if (stopped || delay === null) return
    timer = setTimeout(async () => {
      const news = await ask().catch(() => undefined)
      wait(news === true ? 0 : round + 1)
    }, delay)
  }
  wait(0)

  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
