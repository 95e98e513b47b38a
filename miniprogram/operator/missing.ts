import type { ActionFailureError } from '../cloud/call'

/** There is no such thing, or what the page was opened with is no id of one. */
export function isMissing(failure: ActionFailureError | null): boolean {
  return failure?.code === 'NOT_FOUND' || failure?.code === 'INVALID_INPUT'
}
