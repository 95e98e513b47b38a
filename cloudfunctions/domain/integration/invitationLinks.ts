/** Codes and links of an invitation that only WeChat can make, for a caller on whose way none can be made. */
export interface InvitationLinks {
  /** The invitation's id. */
  _id: string
  version: number
  /** Of the codes; another edition makes these useless. */
  edition: number
  /** `MadeLinks`, sealed; null: not made yet. */
  sealed: string | null
  /** When the first of them ends, ms since the epoch; 0: not made yet. */
  endsAt: number
  /** When the sweep must look at it; null when it need not. */
  dueAt: number | null
  failures: number
}

const minute = 60_000

/** When to try again to make them. */
export function nextLinksTry(failures: number, now: number): number {
  return now + Math.min(60, 2 ** Math.min(failures, 6)) * minute
}
