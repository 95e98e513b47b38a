/**
 * That a person has begun to verify an account at a vendor, or has shown that it is his. Holds digests only, and is kept
 * longer than a way in that was handed out can be used and a verification be open: see usecases/verification/accountUses.ts.
 */
export interface AccountUse {
  /** `<account>_<holder>` */
  _id: string
  version: number
  /** Keyed digest of the vendor and of that by which it finds the account. */
  account: string
  /** Keyed digest of the person's openid. */
  holder: string
  /** When this person first asked, nobody had verified the account, nor was about to. */
  untouched: boolean
  /** ms since the epoch: when the account was shown to be this person's; null: it was not. */
  provenAt: number | null
  /** ms since the epoch: when it no longer counts. */
  until: number
}
