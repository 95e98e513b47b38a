import type { Deps } from '../kit/deps'

/** ms; until then an owner can still ask what became of an invitation. */
const keptAfterEnd = 30 * 24 * 3600_000

/** Codes that nobody used in time are of no use to anybody. */
export async function clearCodes({ store }: Deps, now: number): Promise<void> {
  const ended = { where: [['expiresAt', 'lte', now - keptAfterEnd]] as const, limit: 100 }
  for (const { _id, version } of await store.find('operator_codes', ended))
    await store.remove('operator_codes', _id, version)
}
