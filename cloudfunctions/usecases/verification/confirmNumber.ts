import type { VerificationResult } from '../../contract/verification'
import { ActionError } from '../../domain/errors'
import { isOpen } from '../../domain/lifecycle'
import type { SubjectFields, Verification } from '../../domain/verification'
import type { Driver } from '../../vendors/driver'
import type { Deps } from '../kit/deps'
import { begin } from './begin'
import { commit } from './commit'
import { ownNumber } from './judge'
import { owned } from './owned'
import { reconcile } from './reconcile'
import { fieldsOf } from './sealedFields'
import { viewOf } from './view'

/**
 * WeChat says which number its user has; when it is the one that was submitted, the account is his own, and the vendor
 * is asked again. Another person's phone says nothing: neither to this verification nor by its code. The number itself
 * is not kept.
 * Throws NOT_FOUND, VENDOR_OFF, NOT_CONFIRMABLE, PHONE_CODE_INVALID, NUMBER_DIFFERS, BUSY.
 */
export async function confirmNumber(
  deps: Deps,
  owner: string,
  { id, phoneCode }: { id: string; phoneCode: string },
): Promise<VerificationResult> {
  const found = await owned(deps, owner, id)
  const { driver, fields, number } = confirmable(deps, found)
  // Repeated after a lost answer: its code is spent, and what it said is on record.
  if (!found.owned) await requireOwn(deps, owner, number, phoneCode)
  const { document } = await commit(deps, id, before => {
    confirmable(deps, before)
    if (before.owned) return null
    const changes = { owned: true, updatedAt: deps.clock() }
    return { changes, audit: { event: 'confirm', cause: 'numberConfirmed' } }
  })
  return { verification: viewOf(await askedAgain(deps, document, driver, fields), deps.clock()) }
}

/** Throws PHONE_CODE_INVALID, NUMBER_DIFFERS. */
async function requireOwn(deps: Deps, owner: string, number: string, phoneCode: string): Promise<void> {
  const mobile = await deps.phoneNumber(phoneCode, owner)
  if (mobile === null) throw new ActionError('PHONE_CODE_INVALID', 'phoneCode')
  if (mobile !== number) throw new ActionError('NUMBER_DIFFERS', 'phoneCode')
}

/** Throws VENDOR_OFF, NOT_CONFIRMABLE. */
function confirmable(
  deps: Deps,
  verification: Verification,
): { driver: Driver; fields: SubjectFields; number: string } {
  const driver = deps.drivers.get(verification.vendor)
  if (!driver) throw new ActionError('VENDOR_OFF')
  const fields = fieldsOf(deps, verification)
  // Also where nothing is missing yet: who confirms early is not asked later.
  const number = isOpen(verification.state) && fields && ownNumber(driver, fields)
  if (!number) throw new ActionError('NOT_CONFIRMABLE')
  return { driver, fields, number }
}

/** A vendor that answers about attempts only has said "verified before" to the start: that is asked again. */
async function askedAgain(
  deps: Deps,
  verification: Verification,
  driver: Driver,
  fields: SubjectFields,
): Promise<Verification> {
  if (!verification.already || driver.capabilities.queryBy.includes('account')) {
    return reconcile(deps, verification._id, { event: 'confirm', fact: 'ask' })
  }
  return (await begin(deps, verification, driver, { fields, way: 'app' }, 'renew')).verification
}
