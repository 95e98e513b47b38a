import type { VerificationResult } from '../../contract/verification'
import { isOpen } from '../../domain/lifecycle'
import type { Hint } from '../../domain/words'
import type { Deps } from '../kit/deps'
import { owned } from './owned'
import { reconcile } from './reconcile'
import { viewOf } from './view'

/** Asks the vendor where an open verification stands. What the page saw is only a hint. Throws NOT_FOUND, BUSY. */
export async function refresh(
  deps: Deps,
  owner: string,
  input: { id: string; hint?: Hint },
): Promise<VerificationResult> {
  const before = await owned(deps, owner, input.id)
  if (!isOpen(before.state)) return { verification: viewOf(before, deps.clock()) }
  // Having opened the vendor's page, the user cannot have a result yet.
  const fact = input.hint === 'opened' ? null : 'ask'
  const after = await reconcile(deps, input.id, {
    event: 'return',
    fact,
    ...(input.hint && { hint: input.hint }),
  })
  return { verification: viewOf(after, deps.clock()) }
}
