import { nextLook } from '../looks'
import type { BatchRow } from './row'

const seconds = 1000
const minutes = 60 * seconds

/** The vendor prepares links within seconds, ms between two looks. */
const preparing = [
  3 * seconds,
  5 * seconds,
  10 * seconds,
  20 * seconds,
  30 * seconds,
  1 * minutes,
  2 * minutes,
  5 * minutes,
]

/**
 * When an open row is due again if this look changes nothing; null: when somebody looks at the board, or it is heard of.
 * Whatever changes what is shown of it is a sign of life.
 */
export function nextRowLook(
  now: number,
  { state, fruitless, updatedAt }: Pick<BatchRow, 'state' | 'fruitless' | 'updatedAt'>,
): number | null {
  const pause = state === 'accepted' ? preparing[fruitless] : undefined
  if (pause !== undefined) return now + pause
  return nextLook(now, { lifeAt: updatedAt, isUnderWay: state === 'processing' })
}
