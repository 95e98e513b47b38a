import type { OperatorListResult } from '../../contract/operator'
import { ActionError } from '../../domain/errors'
import type { OperatorRow } from '../../domain/operator'
import type { Deps } from '../kit/deps'
import { operatorId } from './identity'
import { listOperators } from './listOperators'

/** Takes the role away at once. The last owner stays. Throws NOT_FOUND, LAST_OWNER, BUSY. */
export async function removeOperator(
  deps: Deps,
  openid: string,
  { id }: { id: string },
): Promise<OperatorListResult> {
  const operator = await deps.store.get('operators', id)
  if (!operator) throw new ActionError('NOT_FOUND')
  const caller = operatorId(deps, openid)
  if (operator.role === 'owner') {
    // Writes over the one who stays: of two owners who remove each other at once, neither finds the other unchanged.
    const stays = await ownerWhoStays(deps, id, caller)
    if (!(await deps.store.replace('operators', stays._id, stays.version, {}))) throw new ActionError('BUSY')
  }
  if (!(await deps.store.remove('operators', id, operator.version))) throw new ActionError('BUSY')
  return id === caller
    ? { operators: [], open: [], locks: [], refusedNotices: [] }
    : listOperators(deps, openid)
}

/** An owner who stays when this one goes: the caller, or somebody else when the caller goes. Throws LAST_OWNER. */
async function ownerWhoStays({ store }: Deps, leaving: string, caller: string): Promise<OperatorRow> {
  const owners = await store.find('operators', { where: [['role', 'eq', 'owner']], limit: 1000 })
  const others = owners.filter(({ _id }) => _id !== leaving)
  const stays = others.find(({ _id }) => _id === caller) ?? others[0]
  if (!stays) throw new ActionError('LAST_OWNER')
  return stays
}
