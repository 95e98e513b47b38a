import type { InviteOperatorResult, OperatorListResult, OperatorResult } from '../../contract/operator'
import { ActionError } from '../../domain/errors'
import type { OperatorRow } from '../../domain/operator'
import type { Role } from '../../domain/roles'
import type { Deps } from '../kit/deps'
import { recentLocks } from '../kit/guesses'

/** Whether the caller is an operator, and what kind. */
export async function me(deps: Deps, openid: string): Promise<OperatorResult> {
  return { role: (await operatorOf(deps, openid))?.role ?? null }
}

/** All operators, the invitations that are open, and who was locked out lately. */
export async function listOperators(deps: Deps, openid: string): Promise<OperatorListResult> {
  const rows = await deps.store.find('operators', {
    where: [['at', 'gt', 0]],
    orderBy: [['at', 'asc']],
    limit: 1000,
  })
  const codes = await deps.store.find('operator_codes', {
    where: [['expiresAt', 'gt', deps.clock()]],
    limit: 1000,
  })
  return {
    operators: rows.map(({ _id, role, label, at }) => ({
      id: _id,
      role,
      label,
      self: _id === operatorId(deps, openid),
      since: at,
    })),
    open: codes
      .filter(({ takenBy }) => takenBy === null)
      .map(({ _id, role, label, expiresAt }) => ({ id: _id, role, label, expiresAt })),
    locks: await recentLocks(deps),
  }
}

/** A code that makes one person an operator within a day. */
export async function inviteOperator(
  deps: Deps,
  _openid: string,
  { role, label }: { role: Role; label: string },
): Promise<InviteOperatorResult> {
  const code = deps.random(codeBytes).toUpperCase()
  const expiresAt = deps.clock() + codeLifetime
  const id = codeId(deps, code)
  await deps.store.insert('operator_codes', {
    _id: id,
    version: 1,
    role,
    label,
    expiresAt,
    takenBy: null,
    used: false,
  })
  return { id, code, expiresAt }
}

/** Ends a code that nobody has used yet. Throws NOT_FOUND, BUSY. */
export async function withdrawOperatorCode(
  deps: Deps,
  openid: string,
  { id }: { id: string },
): Promise<OperatorListResult> {
  const code = await deps.store.get('operator_codes', id)
  if (!code || code.takenBy !== null) throw new ActionError('NOT_FOUND')
  if (!(await deps.store.remove('operator_codes', id, code.version))) throw new ActionError('BUSY')
  return listOperators(deps, openid)
}

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
  return id === caller ? { operators: [], open: [], locks: [] } : listOperators(deps, openid)
}

/** 80 bits: not to be guessed within its day. */
const codeBytes = 10
const codeLifetime = 24 * 3600_000

/** An owner who stays when this one goes: the caller, or somebody else when the caller goes. Throws LAST_OWNER. */
async function ownerWhoStays({ store }: Deps, leaving: string, caller: string): Promise<OperatorRow> {
  const owners = await store.find('operators', { where: [['role', 'eq', 'owner']], limit: 1000 })
  const others = owners.filter(({ _id }) => _id !== leaving)
  const stays = others.find(({ _id }) => _id === caller) ?? others[0]
  if (!stays) throw new ActionError('LAST_OWNER')
  return stays
}

/** The key of a person among the operators. */
export const operatorId = ({ vault }: Deps, openid: string): string =>
  `o_${vault.digest('operator', openid).slice(0, 32)}`

/** The key of the code of an invitation, typed in any case. */
export const codeId = ({ vault }: Deps, code: string): string =>
  vault.digest('operatorCode', code.toUpperCase())

export function operatorOf(deps: Deps, openid: string): Promise<OperatorRow | null> {
  return deps.store.get('operators', operatorId(deps, openid))
}
