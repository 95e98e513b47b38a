import type { VerificationView } from '../cloud/types'
import type { ResultKind } from '../components/result-icon'
import type { KeyOf } from '../i18n'
import type { detailText } from './detail-texts'
import type { statusText } from './texts'

type Seen = Pick<
  VerificationView,
  'subject' | 'state' | 'phase' | 'nextStep' | 'reviewing' | 'already' | 'assurance' | 'reason'
> &
  Partial<Pick<VerificationView, 'problem'>>

type Detail = KeyOf<typeof detailText>

interface Headline {
  icon: ResultKind
  title: KeyOf<typeof statusText>
  detail: Detail
}

/** The sentence that stands for a verification wherever it is shown. */
export function headline(view: Seen): Headline {
  const icon = iconOf(view)
  const special = ownWords(view)
  if (special === 'already') return { icon, title: 'already', detail: alreadyOf(view) }
  if (special) return { icon, title: special, detail: special }
  return { icon, title: view.state, detail: detailOf(view) }
}

/** Verified before: enough for those who ask for no more, and otherwise no way on at this vendor. */
function alreadyOf({ subject, state }: Seen): Detail {
  if (state === 'verified') return subject === 'person' ? 'already.person' : 'already'
  return subject === 'person' ? 'already.person.unproven' : 'already.unproven'
}

/** Where the state alone would not say what it means for the person. */
function ownWords({ state, phase, nextStep, reviewing, already, assurance }: Seen) {
  if (nextStep === 'contact') return 'blocked'
  if (nextStep === 'confirm') return 'unconfirmed'
  // Shown to be the user's own, it is as good as any.
  if (already && (state === 'rejected' || (state === 'verified' && assurance === 'account'))) return 'already'
  if (phase === 'wait' && reviewing) return 'reviewing'
  if (phase === 'wait' && state === 'processing') return 'waiting'
  if (phase === 'act' && (state === 'created' || state === 'indeterminate')) return 'unanswered'
  return null
}

function detailOf({ state, subject, reason }: Seen): Detail {
  if (state !== 'rejected') return state
  if (reason) return `reason.${reason}`
  return subject === 'organization' ? 'rejected.organization' : 'rejected'
}

export function tagKind(view: Seen): 'good' | 'bad' | 'busy' | 'stuck' | 'idle' {
  const kinds = {
    success: 'good',
    fail: 'bad',
    wait: 'busy',
    todo: 'busy',
    blocked: 'stuck',
    none: 'idle',
  } as const
  return kinds[iconOf(view)]
}

/** Green only for what the server calls verified; amber for what does not go on by itself. */
function iconOf({ state, phase, nextStep, already, problem }: Seen): ResultKind {
  if (state === 'verified') return 'success'
  if (nextStep === 'contact') return 'blocked'
  if (already) return 'none'
  if (state === 'rejected' || state === 'revoked') return 'fail'
  if (phase === 'act') return problem ? 'blocked' : 'todo'
  return phase === 'wait' ? 'wait' : 'none'
}

/** What is said where support is the way on; its number stands beside it then. */
const toldToCall: readonly Detail[] = ['blocked', 'revoked', 'already.person.unproven']

export function asksForSupport(view: Seen & Pick<VerificationView, 'missing'>): boolean {
  return toldToCall.includes(headline(view).detail) || (view.missing === 'attempt' && view.phase === 'act')
}
