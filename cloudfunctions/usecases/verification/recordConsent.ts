import type { ConsentResult } from '../../contract/consent'
import { ActionError } from '../../domain/errors'
import type { VendorId } from '../../domain/words'
import type { Deps } from '../kit/deps'

interface ConsentInput {
  vendor: VendorId
  purpose: string
  policyVersion: string
}

/** Records who agreed to which policy version, naming which vendor, and when. Throws CONSENT_REQUIRED for an old policy. */
export async function recordConsent(deps: Deps, owner: string, input: ConsentInput): Promise<ConsentResult> {
  const { vendor, purpose, policyVersion } = input
  if (!deps.drivers.has(vendor)) throw new ActionError('VENDOR_OFF', 'vendor')
  if (policyVersion !== deps.config.policy.version) throw new ActionError('CONSENT_REQUIRED', 'policyVersion')
  const consent = { _id: `c_${deps.random(16)}`, owner, vendor, purpose, policyVersion, at: deps.clock() }
  await deps.store.insert('consents', consent)
  return { consentId: consent._id, policyVersion, recordedAt: consent.at }
}
