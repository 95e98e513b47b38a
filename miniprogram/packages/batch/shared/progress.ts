import type { BatchView } from '../../../cloud/types'

/** In the order of the bar. */
export const parts = ['verified', 'underWay', 'attention', 'notSent', 'canceled'] as const
export type Part = (typeof parts)[number]
type Counted = Pick<BatchView, 'counts' | 'faulty' | 'letterRejected'>

/** Every row is in exactly one part; what needs somebody is taken out of where it stands. */
export function progress({ counts, faulty, letterRejected }: Counted): Record<Part, number> {
  const atVendor = counts.accepted + counts.ready + counts.processing
  const letters = Math.min(letterRejected, atVendor)
  const wrong = Math.min(faulty, counts.draft)
  return {
    verified: counts.verified,
    underWay: counts.queued + counts.sending + atVendor - letters,
    attention: counts.indeterminate + counts.already + counts.rejected + letters + wrong,
    notSent: counts.draft - wrong,
    canceled: counts.canceled,
  }
}
