import type { VerificationView } from '../cloud/types'
import type { ResultKind } from '../components/result-icon'
import type { Key } from '../i18n'

type Seen = Pick<
  VerificationView,
  'subject' | 'state' | 'phase' | 'nextStep' | 'reviewing' | 'already' | 'reason'
>

interface Headline {
  icon: ResultKind
  title: Key
  detail: Key
}

/** The sentence that stands for a verification wherever it is shown. */
export function headline(view: Seen): Headline {
  const icon = iconOf(view)
  const special = specialCase(view)
  if (special === 'already' && view.subject === 'person') {
    return { icon, title: 'state.already', detail: 'state.already.person' }
  }
  if (special) return { icon, title: `state.${special}`, detail: `state.${special}.detail` }
  return { icon, title: `state.${view.state}`, detail: detailOf(view) }
}

/** Where the state alone would not say what it means for the person. */
function specialCase({ state, phase, nextStep, reviewing, already }: Seen) {
  if (nextStep === 'contact') return 'blocked'
  if (already && (state === 'verified' || state === 'rejected')) return 'already'
  if (phase === 'wait' && reviewing) return 'reviewing'
  if (phase === 'wait' && state === 'processing') return 'waiting'
  if (phase === 'act' && (state === 'created' || state === 'indeterminate')) return 'unanswered'
  return null
}

function detailOf({ state, subject, reason }: Seen): Key {
  if (state !== 'rejected') return `state.${state}.detail`
  if (reason) return `reason.${reason}`
  return subject === 'organization' ? 'state.rejected.organization' : 'state.rejected.detail'
}

export function tagKind(view: Seen): 'good' | 'bad' | 'busy' | 'idle' {
  const kinds = { success: 'good', fail: 'bad', wait: 'busy', todo: 'busy', none: 'idle' } as const
  return kinds[iconOf(view)]
}

/** Green only for what the server calls verified. */
function iconOf({ state, phase, already }: Seen): ResultKind {
  if (state === 'verified') return 'success'
  if (already) return 'none'
  if (state === 'rejected' || state === 'revoked') return 'fail'
  if (phase === 'act') return 'todo'
  return phase === 'wait' ? 'wait' : 'none'
}
