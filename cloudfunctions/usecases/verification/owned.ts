import { ActionError } from '../../domain/errors'
import type { Verification } from '../../domain/verification'
import type { Deps } from '../kit/deps'

/** The caller's own verification. Somebody else's looks exactly like a missing one. */
export async function owned({ store }: Deps, owner: string, id: string): Promise<Verification> {
  const verification = await store.get('verifications', id)
  if (!verification || verification.owner !== owner) throw new ActionError('NOT_FOUND')
  return verification
}
