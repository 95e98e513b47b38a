import { ActionError } from '../../domain/errors'
import { lifetimes } from '../../domain/schedule'
import type { VendorId } from '../../domain/words'
import type { Deps } from '../kit/deps'

interface Covered {
  consentId: string
  vendor: VendorId
  purpose: string
}

/** Throws CONSENT_REQUIRED unless this very person agreed, lately, to the current policy for this vendor and purpose. */
export async function requireConsent(
  { store, config, clock }: Deps,
  owner: string,
  { consentId, vendor, purpose }: Covered,
): Promise<void> {
  const consent = await store.get('consents', consentId)
  const covers =
    consent?.owner === owner &&
    consent.vendor === vendor &&
    consent.purpose === purpose &&
    !consent.withdrawnAt &&
    consent.policyVersion === config.policy.version &&
    clock() - consent.at < lifetimes.consent
  if (!covers) throw new ActionError('CONSENT_REQUIRED', 'consentId')
}
