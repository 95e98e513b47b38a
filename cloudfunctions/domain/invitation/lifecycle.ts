/**
 * The life-cycle of an invitation, as one table; docs/architecture.md draws it (`npm run docs:lifecycle`). `started`,
 * `verified` and `finished` are what e签宝's old invitations called 0, 1 and 2.
 */
export const invitationStates = ['pending', 'started', 'verified', 'finished', 'expired', 'revoked'] as const
export type InvitationState = (typeof invitationStates)[number]

export const invitationCauses = [
  'inviteeStarted',
  'allVerified',
  'allFinished',
  'vendorRevoked',
  'timeUp',
  'operatorRevoked',
  'operatorResent',
] as const
export type InvitationCause = (typeof invitationCauses)[number]

interface InvitationTransition {
  from: readonly InvitationState[]
  cause: InvitationCause
  to: InvitationState
}

export const invitationTransitions: readonly InvitationTransition[] = [
  { from: ['pending'], cause: 'inviteeStarted', to: 'started' },
  // Who began in time may be verified late.
  { from: ['started', 'expired'], cause: 'allVerified', to: 'verified' },
  { from: ['verified'], cause: 'allFinished', to: 'finished' },
  { from: ['verified', 'finished'], cause: 'vendorRevoked', to: 'started' },
  { from: ['pending', 'started'], cause: 'timeUp', to: 'expired' },
  { from: ['pending', 'started', 'expired'], cause: 'operatorRevoked', to: 'revoked' },
  // Those who have begun and keep their places bring it on to `started` at once.
  { from: ['pending', 'started', 'expired'], cause: 'operatorResent', to: 'pending' },
]

/** Nothing more is expected of them. */
export const finalInvitationStates: readonly InvitationState[] = [
  'verified',
  'finished',
  'expired',
  'revoked',
]

/** The state that `cause` leads to from `from`, or null when the table has no such row. */
export function invitationTransition(from: InvitationState, cause: InvitationCause): InvitationState | null {
  return invitationTransitions.find(each => each.cause === cause && each.from.includes(from))?.to ?? null
}
