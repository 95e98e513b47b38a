import * as v from 'valibot'
import { vendorId } from './vendor'
import { optionalKey, purpose } from './verification'

/** Recorded before any field leaves the form: who, which policy version, which vendor named, when. */
export const recordInput = v.strictObject({
  clientKey: optionalKey,
  vendor: vendorId,
  purpose,
  policyVersion: v.pipe(v.string(), v.minLength(1), v.maxLength(32)),
  accepted: v.literal(true),
})

export interface ConsentResult {
  consentId: string
  policyVersion: string
  /** ms since the epoch. */
  recordedAt: number
}
