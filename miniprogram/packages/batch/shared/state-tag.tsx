import type { RowState } from '../../../cloud/types'
import { Tag } from '../../../components/tag'
import { batchText } from './texts'

/** How each state looks: good is done, bad needs somebody, busy goes on by itself, idle was not sent. */
export const tagKinds: Readonly<Record<RowState, 'good' | 'bad' | 'busy' | 'idle'>> = {
  draft: 'idle',
  queued: 'busy',
  sending: 'busy',
  indeterminate: 'bad',
  accepted: 'busy',
  ready: 'busy',
  processing: 'busy',
  verified: 'good',
  already: 'bad',
  rejected: 'bad',
  canceled: 'idle',
}

interface StateTagProps {
  state: RowState
  /** Says more than the state: its administrator must act again. */
  letterRejected?: boolean
}

export function StateTag({ state, letterRejected = false }: StateTagProps) {
  if (letterRejected) return <Tag kind="bad" text={batchText('state.letterRejected')} />
  return <Tag kind={tagKinds[state]} text={batchText(`state.${state}`)} />
}
