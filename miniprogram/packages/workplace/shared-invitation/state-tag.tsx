import type { InvitationState } from '../../../cloud/types'
import { Tag } from '../../../components/tag'
import { invitationText } from './texts'

const tagKinds: Readonly<Record<InvitationState, 'good' | 'bad' | 'busy' | 'idle'>> = {
  pending: 'idle',
  started: 'busy',
  verified: 'good',
  finished: 'good',
  expired: 'bad',
  revoked: 'idle',
}

export function StateTag({ state }: { state: InvitationState }) {
  return <Tag kind={tagKinds[state]} text={invitationText(`state.${state}`)} />
}
