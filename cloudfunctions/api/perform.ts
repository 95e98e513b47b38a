import { type ActionName, type ActionResults, actions } from '../contract/actions'
import { ActionError } from '../domain/errors'
import { isGuessed } from '../domain/limits'
import { covers, type Role } from '../domain/roles'
import type { Deps } from '../usecases/kit/deps'
import { countWrongGuess, isWrongGuess } from '../usecases/kit/guesses'
import { counted, tooOften } from '../usecases/kit/limits'
import { operatorOf } from '../usecases/operator/identity'
import { doOnce } from './doOnce'

/** What answers instead once an action was asked for too often: what is stored, so that nobody is kept from an end. */
const instead: { readonly [A in ActionName]?: ActionName } = {
  'verification.refresh': 'verification.get',
  'batch.refresh': 'batch.get',
}

/**
 * Does what an action is for, if the caller may, and not too often: use cases do not ask again. `input` was parsed with
 * the action's own schema just before. Throws TooOften, FORBIDDEN before anything is looked at, KEY_CONFLICT and
 * START_IN_PROGRESS for the key of another call, and what the use case throws.
 */
export async function perform(
  deps: Deps,
  openid: string,
  action: ActionName,
  input: unknown,
): Promise<ActionResults[ActionName]> {
  const { caller, limit } = actions[action]
  const wait = await counted(deps, limit, openid)
  const allowed = wait === null ? action : instead[action]
  if (!allowed) throw tooOften(limit, wait ?? 0)
  if (caller !== 'everyone') await requireRole(deps, openid, caller)
  try {
    return await doOnce(deps, openid, allowed, input)
  } catch (error) {
    if (isGuessed(limit) && isWrongGuess(error)) await countWrongGuess(deps, limit, openid)
    throw error
  }
}

async function requireRole(deps: Deps, openid: string, needed: Role): Promise<void> {
  const operator = await operatorOf(deps, openid)
  if (!operator || !covers(operator.role, needed)) throw new ActionError('FORBIDDEN')
}
