import type { VendorId } from './words'

export interface Consent {
  _id: string
  /** Absent in those of before they could be withdrawn. */
  version?: number
  /** openid; '' once the record is nobody's any more. */
  owner: string
  vendor: VendorId
  purpose: string
  policyVersion: string
  at: number
  /** When the openid goes by itself; null: it is gone. Absent in those of before. */
  openidUntil?: number | null
  /** When it was withdrawn; null or absent: it was not. */
  withdrawnAt?: number | null
}
