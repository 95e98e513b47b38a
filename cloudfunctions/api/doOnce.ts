import * as v from 'valibot'
import { type ActionName, type ActionResults, actions, type Repeat } from '../contract/actions'
import { canonicalJson, isRecord } from '../platform/json'
import type { Deps } from '../usecases/kit/deps'
import { refuseKey } from '../usecases/kit/key'
import { once, repeatable } from '../usecases/kit/once'
import { traced } from './traced'

/**
 * The use case behind an action, or the answer that was kept of the same call before: see `Repeat` of the action table.
 * Throws KEY_CONFLICT and START_IN_PROGRESS for the key of another call, and what the use case throws.
 */
export async function doOnce(
  deps: Deps,
  openid: string,
  action: ActionName,
  input: unknown,
): Promise<ActionResults[ActionName]> {
  const repeat: Repeat = actions[action].repeat
  const { clientKey, ...content } = isRecord(input) ? input : {}
  if (repeat === 'harmless' || 'knownBy' in repeat || typeof clientKey !== 'string')
    return traced(deps, openid, action, input)
  const asked = {
    scope: ['action', action, openid],
    owner: openid,
    key: clientKey,
    request: canonicalJson(content),
  }
  const keeping = { schema: anyAnswer, keptFor: repeat.keptFor, refuse: refuseKey }
  return once(deps, asked, keeping, async intent => traced(repeatable(deps, intent), openid, action, input))
}

/** What was kept is what a handler answered. */
const anyAnswer = v.custom<ActionResults[ActionName]>(isRecord)
