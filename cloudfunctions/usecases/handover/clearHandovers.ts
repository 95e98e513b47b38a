import type { Deps } from '../kit/deps'
import { pageSize } from '../kit/untilDone'

/** ms; until then a page can still say that a code has ended. */
const keptAfterEnd = 24 * 3600_000

/** Removes what no phone can go on with any more, a page at a time. Returns how many it found. */
export async function clearHandovers({ store }: Deps, now: number): Promise<number> {
  const where = [['expiresAt', 'lte', now - keptAfterEnd]] as const
  const ended = await store.find('handovers', { where, limit: pageSize })
  for (const { _id, version } of ended) await store.remove('handovers', _id, version)
  return ended.length
}
