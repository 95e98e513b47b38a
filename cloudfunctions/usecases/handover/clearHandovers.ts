import type { Deps } from '../kit/deps'

/** ms; until then a page can still say that a code has ended. */
const keptAfterEnd = 24 * 3600_000

/** Removes what no phone can go on with any more. */
export async function clearHandovers({ store }: Deps, now: number): Promise<void> {
  const ended = { where: [['expiresAt', 'lte', now - keptAfterEnd]] as const, limit: 100 }
  for (const { _id, version } of await store.find('handovers', ended))
    await store.remove('handovers', _id, version)
}
