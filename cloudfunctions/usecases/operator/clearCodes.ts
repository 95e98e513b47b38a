import { neverEnds } from '../../domain/operator'
import type { Deps } from '../kit/deps'
import { pageSize } from '../kit/untilDone'

/** ms; until then an owner can still ask what became of an invitation. */
const keptAfterEnd = 30 * 24 * 3600_000

/**
 * Codes whose time is long over are of no use to anybody; a page at a time. That of the set-up code stays: without it,
 * the code would make somebody an owner once more. Returns how many it found.
 */
export async function clearCodes({ store }: Deps, now: number): Promise<number> {
  const where = [
    ['expiresAt', 'gt', neverEnds],
    ['expiresAt', 'lte', now - keptAfterEnd],
  ] as const
  const ended = await store.find('operator_codes', { where, limit: pageSize })
  for (const { _id, version } of ended) await store.remove('operator_codes', _id, version)
  return ended.length
}
