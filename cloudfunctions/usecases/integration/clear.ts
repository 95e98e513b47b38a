import type { Deps } from '../kit/deps'
import { pageSize } from '../kit/untilDone'

const collections = ['events', 'deliveries', 'kept_answers'] as const

/** Removes what was kept for its time, a page of each: events and deliveries for 30 days, answers for one. */
export async function clearIntegration({ store }: Deps, now: number): Promise<number> {
  let most = 0
  for (const name of collections) {
    const ended = await store.find(name, {
      where: [['expiresAt', 'lte', now]],
      fields: ['_id', 'version'],
      limit: pageSize,
    })
    for (const { _id, version } of ended) await store.remove(name, _id, version)
    most = Math.max(most, ended.length)
  }
  return most
}
