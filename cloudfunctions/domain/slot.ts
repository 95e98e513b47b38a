export interface Slot {
  /** Digest of owner, vendor and purpose. */
  _id: string
  version: number
  verificationId: string
  claimedAt: number
}
