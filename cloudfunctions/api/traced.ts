import { type ActionName, type ActionResults, actions } from '../contract/actions'
import { roles } from '../domain/roles'
import { isRecord } from '../platform/json'
import { type Act, recordAct } from '../usecases/kit/acts'
import type { Deps } from '../usecases/kit/deps'
import { operatorId } from '../usecases/operator/identity'
import { handlerOf } from './handlers'

/** The use case behind an action, after the row in the chain of acts that its `Trace` of the action table asks for. */
export async function traced(
  deps: Deps,
  openid: string,
  action: ActionName,
  input: unknown,
): Promise<ActionResults[ActionName]> {
  if (actions[action].trace === 'act') await recordAct(deps, actOf(deps, openid, action, input))
  const handle = await handlerOf(action)
  return handle(deps, openid, input)
}

/** Names and numbers that somebody typed are not for the audit: an id is known by its form, the rest by its list. */
function actOf(deps: Deps, openid: string, event: ActionName, input: unknown): Act {
  const { id, rowId, campaignId, ids, role } = isRecord(input) ? input : {}
  const subject = [rowId, id, campaignId, ...(Array.isArray(ids) ? ids : [])].find(isId) ?? ''
  return {
    event,
    operator: operatorId(deps, openid),
    subject,
    detail: roles.find(each => each === role) ?? '',
  }
}

const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^([a-z]{1,3}_[0-9a-f]{16,32}(_\d{1,10}){0,2}|[0-9a-f]{64})$/.test(value)
