import type { RenewResult } from '../../contract/verification'
import { ActionError } from '../../domain/errors'
import { submissionTime } from '../../domain/guidance'
import { isOpen } from '../../domain/lifecycle'
import type { SubjectFields, Verification } from '../../domain/verification'
import type { Way } from '../../domain/words'
import type { Deps } from '../kit/deps'
import { countAttempt, requireAllowance } from './allowance'
import { begin } from './begin'
import { commit } from './commit'
import { owned } from './owned'
import { viewOf } from './view'

const rounds = 5

/**
 * A fresh way to the vendor for an open verification: after a ticket ran out, a lost answer, or leaving half-way.
 * `attempt` is the number the page shows; when another press was first, nothing is fetched a second time.
 * Throws NOT_FOUND, NOT_RENEWABLE, START_IN_PROGRESS, VENDOR_OFF, TOO_MANY_ATTEMPTS, BUSY.
 */
export async function renew(
  deps: Deps,
  owner: string,
  input: { id: string; attempt: number; way: Way },
): Promise<RenewResult> {
  for (let round = 0; round < rounds; round++) {
    const before = await owned(deps, owner, input.id)
    const sealed = requireRenewable(before, deps.clock())
    const driver = deps.drivers.get(before.vendor)
    if (!driver) throw new ActionError('VENDOR_OFF')
    if (before.attempt !== input.attempt) {
      return { outcome: 'repeated', verification: viewOf(before, deps.clock()), handoff: null }
    }
    if (input.way === 'link' && !driver.capabilities.handoffs.includes('webUrl')) {
      throw new ActionError('INVALID_INPUT', 'way')
    }
    await requireAllowance(deps, owner)
    // What the vendor called the attempt before is no name of the new one.
    const changes = { attempt: before.attempt + 1, refs: {}, updatedAt: deps.clock() }
    const after = await commit(deps, before, changes, { event: 'renew', cause: 'userAsked' })
    if (!after) continue
    await countAttempt(deps, owner)
    const fields = deps.vault.open(sealed, before._id) as SubjectFields
    const begun = await begin(deps, after, driver, { fields, way: input.way }, 'renew')
    return {
      outcome: 'renewed',
      verification: viewOf(begun.verification, deps.clock()),
      handoff: begun.handoff,
    }
  }
  throw new ActionError('BUSY')
}

function requireRenewable(verification: Verification, now: number): string {
  const { state, reviewing, problem, sealed, expiresAt, createdAt } = verification
  if (!isOpen(state) || reviewing || sealed === null || expiresAt <= now)
    throw new ActionError('NOT_RENEWABLE')
  if (state === 'created' && problem === null && now - createdAt < submissionTime)
    throw new ActionError('START_IN_PROGRESS')
  return sealed
}
