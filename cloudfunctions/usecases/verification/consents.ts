import { consentTerm } from '../../platform/kept'
import type { Deps } from '../kit/deps'
import { retention } from '../kit/retention'
import { pageSize } from '../kit/untilDone'

/** That somebody agreed stays as evidence for the verification that names it; whose it was does not. */
export const nobodysConsent = { owner: '', openidUntil: null }

/** ms a consent says whose it is. */
export const consentKeeping = (deps: Deps): number => retention(deps) + consentTerm * 24 * 3600_000

/** Those whose time is over, a page at a time. Returns how many it found. */
export async function clearConsents({ store }: Deps, now: number): Promise<number> {
  const over = await store.find('consents', {
    where: [
      ['openidUntil', 'gt', 0],
      ['openidUntil', 'lte', now],
    ],
    fields: ['_id'],
    limit: pageSize,
  })
  const ids = over.map(({ _id }) => _id)
  if (ids.length > 0) await store.updateMany('consents', [['_id', 'in', ids]], { set: nobodysConsent })
  return over.length
}
