import type { ActionFailureError } from '../../../cloud/call'
import type { VerificationView } from '../../../cloud/types'

/** What the page knows. Requests are numbered in the order they were sent, because answers may overtake each other. */
export interface Answers {
  view: VerificationView | null
  /** Number of the newest request that was answered, well or badly. */
  answered: number
  failure: ActionFailureError | null
}

export const noAnswers: Answers = { view: null, answered: 0, failure: null }

/** An older state never overwrites a newer one; `updatedAt` decides, then the order of the requests. */
export function withView(known: Answers, view: VerificationView, request: number): Answers {
  const late = request < known.answered
  const older =
    known.view !== null &&
    (view.updatedAt < known.view.updatedAt || (view.updatedAt === known.view.updatedAt && late))
  return {
    view: older ? known.view : view,
    answered: Math.max(known.answered, request),
    failure: late ? known.failure : null,
  }
}

/** The last known state stays on the screen; a failure that was overtaken is not shown. */
export function withFailure(known: Answers, failure: ActionFailureError, request: number): Answers {
  if (request < known.answered) return known
  return { ...known, answered: request, failure }
}

/** Nothing of that id is ours to see. */
export function isMissing({ view, failure }: Answers): boolean {
  return view === null && (failure?.code === 'NOT_FOUND' || failure?.code === 'INVALID_INPUT')
}
