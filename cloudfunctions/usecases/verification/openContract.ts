import type { OpenInput, OpenResult } from '../../contract/contract'
import { ActionError } from '../../domain/errors'
import type { Failure } from '../../vendors/driver'
import type { Deps } from '../kit/deps'
import { count } from '../kit/limits'
import { requireConsent } from './requireConsent'

/**
 * The way to a contract, for whoever holds the phone number WeChat has just confirmed. Nothing is stored: what
 * becomes of the contract is the vendor's to say.
 * Throws VENDOR_OFF, CONSENT_REQUIRED, TOO_MANY_ATTEMPTS, PHONE_CODE_INVALID, CONTRACT_NOT_VISIBLE,
 * VENDOR_UNAVAILABLE, NOT_CONFIGURED.
 */
export async function openContract(deps: Deps, owner: string, input: OpenInput): Promise<OpenResult> {
  const driver = deps.drivers.get(input.vendor)
  if (!driver?.openContract) throw new ActionError('VENDOR_OFF', 'vendor')
  await requireConsent(deps, owner, { ...input, purpose: 'contract' })
  await count(deps, 'attempts', owner)
  const phone = await deps.phoneNumber(input.phoneCode, owner)
  if (phone === null) throw new ActionError('PHONE_CODE_INVALID', 'phoneCode')
  const { vendor: _vendor, phoneCode: _phoneCode, consentId: _consentId, ...wanted } = input
  const outcome = await driver.openContract({ ...wanted, contact: { type: 'mobile', value: phone } })
  if (outcome.kind === 'ok') return { handoff: outcome.value }
  deps.log.warn('vendor.contract', {
    vendor: driver.id,
    kind: outcome.kind,
    code: outcome.code,
    detail: outcome.detail,
  })
  throw new ActionError(refusals[outcome.kind])
}

/** The vendor does not tell a missing contract from one that is not ours to see; neither do we. */
const refusals = {
  rejected: 'CONTRACT_NOT_VISIBLE',
  transient: 'VENDOR_UNAVAILABLE',
  indeterminate: 'VENDOR_UNAVAILABLE',
  misconfigured: 'NOT_CONFIGURED',
} as const satisfies Record<Failure['kind'], string>
