import type { ConsentResult } from '../../contract/consent'
import type { Consent } from '../../domain/consent'
import { ActionError } from '../../domain/errors'
import type { VendorId } from '../../domain/words'
import type { Deps } from '../kit/deps'
import { refuseKey } from '../kit/key'
import { consentKeeping } from './consents'

interface ConsentInput {
  clientKey?: string | undefined
  vendor: VendorId
  purpose: string
  policyVersion: string
}

/**
 * Records who agreed to which policy version, naming which vendor, and when; with the same client key once. Throws
 * VENDOR_OFF, CONSENT_REQUIRED for an old policy, KEY_CONFLICT.
 */
export async function recordConsent(deps: Deps, owner: string, input: ConsentInput): Promise<ConsentResult> {
  const { clientKey, vendor, purpose, policyVersion } = input
  if (!deps.drivers.has(vendor)) throw new ActionError('VENDOR_OFF', 'vendor')
  if (policyVersion !== deps.config.policy.version) throw new ActionError('CONSENT_REQUIRED', 'policyVersion')
  const _id = `c_${clientKey === undefined ? deps.random(16) : keyed(deps, owner, clientKey)}`
  const at = deps.clock()
  const openidUntil = at + consentKeeping(deps)
  const consent = { _id, version: 1, owner, vendor, purpose, policyVersion, at, openidUntil }
  if (await deps.store.insert('consents', consent)) return resultOf(consent)
  const earlier = await deps.store.get('consents', _id)
  const same = earlier?.vendor === vendor && earlier.purpose === purpose
  if (!same || earlier.policyVersion !== policyVersion) throw refuseKey('reused')
  return resultOf(earlier)
}

function keyed({ vault }: Deps, owner: string, clientKey: string): string {
  return vault.digest('consent', owner, clientKey).slice(0, 32)
}

function resultOf({ _id, policyVersion, at }: Consent): ConsentResult {
  return { consentId: _id, policyVersion, recordedAt: at }
}
