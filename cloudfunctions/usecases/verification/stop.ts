import { isOpen } from '../../domain/lifecycle'
import type { Verification } from '../../domain/verification'
import type { VendorId } from '../../domain/words'
import type { Deps } from '../kit/deps'
import { retention } from '../kit/retention'
import { type Changes, commit } from './commit'
import { ownVerifications } from './own'

/** Whether its person took back the consent, or it is redacted: nothing is asked about it, and no notice of it taken in. */
export function isStopped({ stoppedAt, sealed }: Pick<Verification, 'stoppedAt' | 'sealed'>): boolean {
  return typeof stoppedAt === 'number' || sealed === null
}

/**
 * Withdraws a person's consents, of one vendor or all, and stops what rests on them: what is open ends, nothing is asked
 * or sent any more. No vendor can be told to end a verification of its own; what it holds is its own consent's. Harmless
 * to repeat. Returns how many verifications were stopped.
 */
export async function withdrawConsents(deps: Deps, owner: string, vendor?: VendorId): Promise<number> {
  const now = deps.clock()
  const consents = await deps.store.find('consents', { where: [['owner', 'eq', owner]], limit: 1000 })
  for (const { _id } of consents.filter(each => isOf(each, vendor) && !each.withdrawnAt))
    await deps.store.updateMany('consents', [['_id', 'eq', _id]], { set: { withdrawnAt: now } })
  let stopped = 0
  for (const found of await ownVerifications(deps, owner))
    if (isOf(found, vendor) && (await stop(deps, found._id))) stopped += 1
  return stopped
}

const isOf = (each: { vendor: VendorId }, vendor: VendorId | undefined): boolean =>
  vendor === undefined || each.vendor === vendor

/** false: it was stopped before. Throws NOT_FOUND, BUSY. */
export async function stop(deps: Deps, id: string): Promise<boolean> {
  const { changed } = await commit(deps, id, before =>
    isStopped(before)
      ? null
      : {
          changes: stopping(deps, before),
          audit: { event: 'withdraw', cause: 'consentWithdrawn' },
        },
  )
  return changed
}

/** What ends it here and now, without a question to anybody. */
export function stopping(deps: Deps, before: Verification): Changes {
  const now = deps.clock()
  const redactAt = before.redactAt ?? now + retention(deps)
  const stopped = { stoppedAt: before.stoppedAt ?? now, redactAt, dueAt: redactAt }
  if (!isOpen(before.state)) return stopped
  const history = [...before.history, { state: 'canceled' as const, at: now }]
  const quiet = { reviewing: false, problem: null, missing: null }
  return { ...stopped, ...quiet, state: 'canceled', history, updatedAt: now }
}
