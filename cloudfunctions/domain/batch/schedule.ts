const seconds = 1000
const minutes = 60 * seconds

/** Pauses between two looks at a row that changed nothing, ms; the last one repeats. */
const pauses = [
  3 * seconds,
  5 * seconds,
  10 * seconds,
  20 * seconds,
  30 * seconds,
  1 * minutes,
  2 * minutes,
  5 * minutes,
  10 * minutes,
  20 * minutes,
  60 * minutes,
]

/** When an open row is due again after `fruitless` looks in a row. */
export function nextLook(now: number, fruitless: number): number {
  return now + (pauses[Math.min(fruitless, pauses.length - 1)] ?? 60 * minutes)
}
