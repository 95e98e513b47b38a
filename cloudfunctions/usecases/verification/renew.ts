import type { RenewResult } from '../../contract/verification'
import { ActionError } from '../../domain/errors'
import { submissionTime } from '../../domain/guidance'
import { isOpen } from '../../domain/lifecycle'
import type { Verification } from '../../domain/verification'
import type { Way } from '../../domain/words'
import type { Driver } from '../../vendors/driver'
import type { Deps } from '../kit/deps'
import { begin } from './begin'
import { commit } from './commit'
import { fieldsOf } from './sealedFields'
import { viewOf } from './view'

/**
 * A fresh way to the vendor for an open verification: after a ticket ran out, a lost answer, or leaving half-way.
 * `attempt` is the number the page shows; when another press was first, nothing is fetched a second time.
 * Throws NOT_FOUND, NOT_RENEWABLE, START_IN_PROGRESS, VENDOR_OFF, BUSY.
 */
export async function renew(
  deps: Deps,
  owner: string,
  input: { id: string; attempt: number; way: Way },
): Promise<RenewResult> {
  const { document, changed } = await commit(deps, input.id, async before => {
    if (before.owner !== owner) throw new ActionError('NOT_FOUND')
    requireRenewable(before, deps.clock())
    const { capabilities } = driverOf(deps, before)
    if (before.attempt !== input.attempt) return null
    if (input.way === 'link' && !capabilities.handoffs.includes('webUrl')) {
      throw new ActionError('INVALID_INPUT', 'way')
    }
    // What the vendor called the attempt before is no name of the new one.
    const changes = { attempt: before.attempt + 1, refs: {}, updatedAt: deps.clock() }
    return { changes, audit: { event: 'renew', cause: 'userAsked' } }
  })
  if (!changed) return { outcome: 'repeated', verification: viewOf(document, deps.clock()), handoff: null }
  const fields = fieldsOf(deps, document)
  if (!fields) throw new ActionError('NOT_RENEWABLE')
  const begun = await begin(deps, document, driverOf(deps, document), { fields, way: input.way }, 'renew')
  return {
    outcome: 'renewed',
    verification: viewOf(begun.verification, deps.clock()),
    handoff: begun.handoff,
  }
}

function driverOf({ drivers }: Deps, { vendor }: Verification): Driver {
  const driver = drivers.get(vendor)
  if (!driver) throw new ActionError('VENDOR_OFF')
  return driver
}

function requireRenewable(verification: Verification, now: number): void {
  const { state, reviewing, problem, expiresAt, createdAt } = verification
  if (!isOpen(state) || reviewing || expiresAt <= now) throw new ActionError('NOT_RENEWABLE')
  if (state === 'created' && problem === null && now - createdAt < submissionTime)
    throw new ActionError('START_IN_PROGRESS')
}
