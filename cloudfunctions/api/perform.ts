import { type ActionName, type ActionResults, actions } from '../contract/actions'
import { ActionError } from '../domain/errors'
import { covers, type Role } from '../domain/roles'
import type { Deps } from '../usecases/kit/deps'
import { operatorOf } from '../usecases/operator/operator'
import { handlers } from './handlers'

/**
 * Does what an action is for, if the caller may: use cases do not ask again. `input` was parsed with the action's own
 * schema just before. Throws FORBIDDEN before anything is looked at, and what the use case throws.
 */
export async function perform(
  deps: Deps,
  openid: string,
  action: ActionName,
  input: unknown,
): Promise<ActionResults[ActionName]> {
  const { caller } = actions[action]
  if (caller !== 'everyone') await requireRole(deps, openid, caller)
  return handlers[action](deps, openid, input)
}

async function requireRole(deps: Deps, openid: string, needed: Role): Promise<void> {
  const operator = await operatorOf(deps, openid)
  if (!operator || !covers(operator.role, needed)) throw new ActionError('FORBIDDEN')
}
