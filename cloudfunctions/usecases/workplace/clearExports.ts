import type { Deps } from '../kit/deps'
import { pageSize } from '../kit/untilDone'

/** Forgets a page of those whose time is over; their files go by themselves. Returns how many it found. */
export async function clearExports({ store }: Deps, now: number): Promise<number> {
  const ended = await store.find('exports', { where: [['expiresAt', 'lte', now]], limit: pageSize })
  for (const { _id, version } of ended) await store.remove('exports', _id, version)
  return ended.length
}
