import type { Assurance } from './words'

/**
 * The life-cycle of a verification, as one table. Everything that changes a state goes through `transition`;
 * docs/architecture.md draws this same table (`npm run docs:lifecycle`).
 */
export const states = [
  'created',
  'indeterminate',
  'ready',
  'processing',
  'verified',
  'rejected',
  'expired',
  'canceled',
  'revoked',
] as const
export type State = (typeof states)[number]

export const causes = [
  'vendorAccepted',
  'vendorRefused',
  'answerLost',
  'answerFound',
  'userWent',
  'vendorStarted',
  'vendorVerified',
  'vendorRejected',
  'vendorRevoked',
  'timeUp',
  'userCanceled',
] as const
export type Cause = (typeof causes)[number]

interface Transition {
  from: State
  cause: Cause
  to: State
  /**
   * `attempt`: only a fact about this very attempt may do this. What was observed after the end happened in nobody's
   * attempt: at the end the vendor had been asked once more.
   */
  needs?: 'attempt'
}

const open = ['created', 'indeterminate', 'ready', 'processing'] as const
const fromEach = (from: readonly State[], cause: Cause, to: State): Transition[] =>
  from.map(state => ({ from: state, cause, to }))

export const transitions: readonly Transition[] = [
  { from: 'created', cause: 'vendorAccepted', to: 'ready' },
  { from: 'created', cause: 'vendorRefused', to: 'rejected' },
  { from: 'created', cause: 'answerLost', to: 'indeterminate' },
  { from: 'indeterminate', cause: 'vendorAccepted', to: 'ready' },
  { from: 'indeterminate', cause: 'answerFound', to: 'ready' },
  ...fromEach(['indeterminate', 'ready'], 'userWent', 'processing'),
  ...fromEach(['created', 'indeterminate', 'ready'], 'vendorStarted', 'processing'),
  ...fromEach(open, 'vendorVerified', 'verified'),
  ...fromEach(open, 'vendorRejected', 'rejected'),
  ...fromEach(open, 'timeUp', 'expired'),
  ...fromEach(open, 'userCanceled', 'canceled'),
  { from: 'verified', cause: 'vendorRevoked', to: 'revoked' },
  { from: 'expired', cause: 'vendorVerified', to: 'verified', needs: 'attempt' },
  { from: 'rejected', cause: 'vendorVerified', to: 'verified', needs: 'attempt' },
]

/** The state that `cause` leads to from `from`, or null when the table has no such row. */
export function transition(from: State, cause: Cause, assurance: Assurance | null): State | null {
  const row = transitions.find(each => each.from === from && each.cause === cause)
  if (!row) return null
  if (row.needs === 'attempt' && assurance !== 'attempt') return null
  return row.to
}

/** Open verifications may still change by themselves; the others only by a later fact. */
export function isOpen(state: State): boolean {
  return open.some(each => each === state)
}
