import type { CaseView, State } from '../../../cloud/types'
import { workplaceText } from './texts'

/** How each state looks to somebody who is not asked to act: good is done, bad ended, busy goes on. */
const kinds: Readonly<Record<State, 'good' | 'bad' | 'busy' | 'idle'>> = {
  created: 'busy',
  indeterminate: 'busy',
  ready: 'busy',
  processing: 'busy',
  verified: 'good',
  rejected: 'bad',
  expired: 'idle',
  canceled: 'idle',
  revoked: 'bad',
}

/** In the order in which they are listed: what went well, what goes on, what ended otherwise. */
export const statesInOrder: readonly State[] = [
  'verified',
  'processing',
  'ready',
  'indeterminate',
  'created',
  'rejected',
  'expired',
  'canceled',
  'revoked',
]

export function stateTag({ state, reviewing }: Pick<CaseView, 'state' | 'reviewing'>) {
  const inReview = reviewing && state === 'processing'
  return { kind: kinds[state], text: workplaceText(inReview ? 'state.reviewing' : `state.${state}`) }
}
