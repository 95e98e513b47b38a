/**
 * The life-cycle of a row, as one table. `draft` to `sending` happen with us, `accepted` to `processing` at the
 * vendor. docs/architecture.md draws it.
 */
export const rowStates = [
  'draft',
  'queued',
  'sending',
  'indeterminate',
  'accepted',
  'ready',
  'processing',
  'verified',
  /** Verified before, by somebody else's doing: nothing of ours will ever verify it. */
  'already',
  'rejected',
  'canceled',
] as const
export type RowState = (typeof rowStates)[number]

/** What business systems are told of; before it a row is with us alone. */
export const toldRowStates: readonly RowState[] = [
  'indeterminate',
  'accepted',
  'ready',
  'processing',
  'verified',
  'already',
  'rejected',
  'canceled',
]

export const rowCauses = [
  'submitted',
  'claimed',
  'notSent',
  'taskAccepted',
  'rowRefused',
  'answerLost',
  'linkPrepared',
  'vendorStarted',
  'vendorVerified',
  'vendorFailed',
  'alreadyVerified',
  'edited',
  'withdrawn',
  'canceled',
] as const
export type RowCause = (typeof rowCauses)[number]

interface RowTransition {
  from: readonly RowState[]
  cause: RowCause
  to: RowState
}

const atVendor = ['accepted', 'ready', 'processing'] as const

export const rowTransitions: readonly RowTransition[] = [
  { from: ['draft'], cause: 'submitted', to: 'queued' },
  { from: ['queued'], cause: 'claimed', to: 'sending' },
  { from: ['sending'], cause: 'notSent', to: 'queued' },
  { from: ['sending'], cause: 'taskAccepted', to: 'accepted' },
  // A queued row fails by itself when a file of it is gone.
  { from: ['queued', 'sending'], cause: 'rowRefused', to: 'rejected' },
  { from: ['sending'], cause: 'answerLost', to: 'indeterminate' },
  { from: ['accepted'], cause: 'linkPrepared', to: 'ready' },
  { from: ['ready'], cause: 'vendorStarted', to: 'processing' },
  { from: [...atVendor, 'indeterminate', 'rejected', 'canceled'], cause: 'vendorVerified', to: 'verified' },
  { from: [...atVendor], cause: 'vendorFailed', to: 'rejected' },
  { from: [...atVendor], cause: 'alreadyVerified', to: 'already' },
  // A person decides about what nobody knows, and about what failed or went to the wrong administrator.
  { from: ['queued', 'indeterminate', 'rejected'], cause: 'edited', to: 'draft' },
  { from: [...atVendor], cause: 'withdrawn', to: 'draft' },
  { from: ['draft', 'queued', 'indeterminate', 'rejected', ...atVendor], cause: 'canceled', to: 'canceled' },
]

const byCause = Object.fromEntries(rowTransitions.map(({ cause, ...row }) => [cause, row])) as Record<
  RowCause,
  Omit<RowTransition, 'cause'>
>

/** The states from which `cause` leads somewhere, and where. */
export const rowTransition = (cause: RowCause): Omit<RowTransition, 'cause'> => byCause[cause]

/** Nothing more will come of it by itself. */
export const finalRowStates: readonly RowState[] = ['verified', 'already', 'rejected', 'canceled']

export function noCounts(): Record<RowState, number> {
  return Object.fromEntries(rowStates.map(state => [state, 0])) as Record<RowState, number>
}
