import type { Deps } from '../kit/deps'
import { pageSize } from '../kit/untilDone'

/** Removes what nobody needs to be told any more, a page at a time. Returns how many it found. */
export async function clearMessages({ store }: Deps, now: number): Promise<number> {
  const where = [['expiresAt', 'lte', now]] as const
  const ended = await store.find('messages', { where, fields: ['_id', 'version'], limit: pageSize })
  for (const { _id, version } of ended) await store.remove('messages', _id, version)
  return ended.length
}
