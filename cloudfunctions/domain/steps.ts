import { isOpen, type State } from './lifecycle'

export interface Step {
  key: 'submit' | 'handoff' | 'check' | 'result'
  status: 'done' | 'current' | 'todo' | 'failed'
  /** ms since the epoch. */
  at: number | null
}

const keys = ['submit', 'handoff', 'check', 'result'] as const

/** How many steps lie behind an open verification. */
const behind: Partial<Record<State, number>> = { created: 1, indeterminate: 1, ready: 1, processing: 2 }

/** The stepper: submitted, gone to the vendor, checked there, result. */
export function stepsOf(state: State, history: readonly { state: State; at: number }[]): Step[] {
  const reached = (...wanted: State[]) => history.find(each => wanted.includes(each.state))?.at ?? null
  const finishedAt = history.at(-1)?.at ?? null
  const times = [
    reached('created'),
    reached('processing'),
    reached('verified', 'rejected'),
    isOpen(state) ? null : finishedAt,
  ]
  const done =
    state === 'verified' ? keys.length : (behind[state] ?? times.filter(at => at !== null).length - 1)
  return keys.map((key, index) => ({ key, status: statusAt(index), at: times[index] ?? null }))

  function statusAt(index: number): Step['status'] {
    if (index < done) return 'done'
    if (!isOpen(state)) return index === keys.length - 1 ? 'failed' : 'todo'
    return index === done ? 'current' : 'todo'
  }
}
