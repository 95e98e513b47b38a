import { callAction } from './call'
import type { ActionInput, ActionName, ActionResults } from './types'

/**
 * Asks for what a page does as well without: null when there is no answer, whatever the reason. Nobody is told and nothing
 * is asked again, so never for what a person has asked for.
 */
export function callAside<A extends ActionName>(
  action: A,
  input: ActionInput<A>,
): Promise<ActionResults[A] | null> {
  return callAction(action, input).catch(() => null)
}
