import type { Deps } from '../kit/deps'

/** Documents of one look. */
const runSize = 100
const hour = 3600_000
/** ms at the beginning of every hour in which it is looked for what has ended: a look is not free. */
const window = 300_000

const collections = ['events', 'deliveries', 'kept_answers'] as const

/** Removes what was kept for its time: events and deliveries for 30 days, answers for one. */
export async function clearIntegration({ store }: Deps, now: number): Promise<void> {
  if (now % hour >= window) return
  for (const name of collections) {
    const ended = await store.find(name, {
      where: [['expiresAt', 'lte', now]],
      fields: ['_id', 'version'],
      limit: runSize,
    })
    for (const { _id, version } of ended) await store.remove(name, _id, version)
  }
}
