import type { VendorId } from './words'

export interface Consent {
  _id: string
  owner: string
  vendor: VendorId
  purpose: string
  policyVersion: string
  at: number
}
