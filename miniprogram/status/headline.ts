import type { VerificationView } from '../cloud/types'
import type { ResultKind } from '../components/result-icon'
import type { Key } from '../i18n'

type Subject = Pick<VerificationView, 'state' | 'phase' | 'nextStep' | 'reviewing'>

interface Headline {
  icon: ResultKind
  title: Key
  detail: Key
}

/** The sentence that stands for a verification wherever it is shown. */
export function headline(view: Subject): Headline {
  const icon = iconOf(view)
  const special = specialCase(view)
  if (special) return { icon, title: `state.${special}`, detail: `state.${special}.detail` }
  return { icon, title: `state.${view.state}`, detail: `state.${view.state}.detail` }
}

/** Where the state alone would not say what it means for the person. */
function specialCase({ state, phase, nextStep, reviewing }: Subject) {
  if (nextStep === 'contact') return 'blocked'
  if (phase === 'wait' && reviewing) return 'reviewing'
  if (phase === 'wait' && state === 'processing') return 'waiting'
  if (phase === 'act' && (state === 'created' || state === 'indeterminate')) return 'unanswered'
  return null
}

export function tagKind(view: Subject): 'good' | 'bad' | 'busy' | 'idle' {
  const kinds = { success: 'good', fail: 'bad', wait: 'busy', todo: 'busy', none: 'idle' } as const
  return kinds[iconOf(view)]
}

/** Green only for what the server calls verified. */
function iconOf({ state, phase }: Subject): ResultKind {
  if (state === 'verified') return 'success'
  if (state === 'rejected' || state === 'revoked') return 'fail'
  if (phase === 'act') return 'todo'
  return phase === 'wait' ? 'wait' : 'none'
}
