import type { ProblemCode } from './errors'
import { isOpen, type State } from './lifecycle'
import type { Missing } from './words'

export interface Guidance {
  phase: 'act' | 'wait' | 'done' | 'failed'
  nextStep: 'open' | 'refresh' | 'wait' | 'start' | 'contact' | 'confirm' | 'none'
  canRetry: boolean
  canCancel: boolean
}

/** A `created` verification this young is still being submitted by another call, ms. */
export const submissionTime = 30_000

interface Situation {
  state: State
  reviewing: boolean
  problem: ProblemCode | null
  missing: Missing | null
  /** The vendor gives no way in: it had verified the subject before. */
  already: boolean
  /** ms since it was last changed. */
  age: number
}

/** What the user can do now. Pages show it and never work it out themselves. */
export function guide({ state, reviewing, problem, missing, already, age }: Situation): Guidance {
  if (state === 'verified') return { phase: 'done', nextStep: 'none', canRetry: false, canCancel: false }
  if (!isOpen(state)) return { phase: 'failed', nextStep: 'start', canRetry: true, canCancel: false }
  if (reviewing) return { phase: 'wait', nextStep: 'wait', canRetry: false, canCancel: true }
  if (problem === 'VENDOR_MISCONFIGURED') {
    return { phase: 'act', nextStep: 'contact', canRetry: true, canCancel: true }
  }
  if (missing === 'number') return { phase: 'act', nextStep: 'confirm', canRetry: true, canCancel: true }
  if (missing === 'attempt' && already) {
    return { phase: 'act', nextStep: 'contact', canRetry: true, canCancel: true }
  }
  if (state === 'created' && problem === null && age < submissionTime) {
    return { phase: 'wait', nextStep: 'refresh', canRetry: false, canCancel: true }
  }
  return { phase: 'act', nextStep: 'open', canRetry: true, canCancel: true }
}
