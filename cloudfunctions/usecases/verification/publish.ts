import type { Verification } from '../../domain/verification'
import type { Deps } from '../kit/deps'
import { flushOutboxes } from '../kit/outbox'

/**
 * Lets the rest of the house know what has become of a verification: those who follow it (its invitation), then the audit. As long as the
 * outbox is not empty it is done again, by the sweep if need be: nothing is lost, and everything in it may be repeated.
 */
export async function publish(deps: Deps, verification: Verification): Promise<Verification> {
  const [published = verification] = await publishAll(deps, [verification])
  return published
}

/** The same of many, together. */
export async function publishAll(
  deps: Deps,
  verifications: readonly Verification[],
): Promise<Verification[]> {
  const full = verifications.filter(({ outbox }) => outbox.length > 0)
  if (full.length > 0) await deps.follows.changed(deps, full)
  return flushOutboxes(deps, 'verifications', verifications)
}
