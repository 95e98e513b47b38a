import type { VerificationResult } from '../../contract/verification'
import { ActionError } from '../../domain/errors'
import { isOpen } from '../../domain/lifecycle'
import type { Deps } from '../kit/deps'
import { owned } from './owned'
import { reconcile } from './reconcile'
import { viewOf } from './view'

/** Ends an open verification, unless the vendor, asked once more, has already verified it. Throws NOT_FOUND, NOT_CANCELABLE, BUSY. */
export async function cancel(deps: Deps, owner: string, { id }: { id: string }): Promise<VerificationResult> {
  const before = await owned(deps, owner, id)
  if (!isOpen(before.state)) throw new ActionError('NOT_CANCELABLE')
  const after = await reconcile(deps, id, { event: 'cancel', fact: 'ask', cancel: true })
  return { verification: viewOf(after, deps.clock()) }
}
