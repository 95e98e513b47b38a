import type { InviteOperatorResult, OperatorListResult, OperatorResult } from '../contract/operator'
import { ActionError } from '../domain/errors'
import { covers, type Role } from '../domain/roles'
import { sameText } from '../platform/crypto'
import type { OperatorRow } from '../platform/store'
import type { Deps } from './deps'

/** Whether the caller is an operator, and what kind. */
export async function me(deps: Deps, openid: string): Promise<OperatorResult> {
  return { role: (await operatorOf(deps, openid))?.role ?? null }
}

/** Throws FORBIDDEN unless the caller may do at least what `needed` may. */
export async function requireRole(deps: Deps, openid: string, needed: Role): Promise<void> {
  const operator = await operatorOf(deps, openid)
  if (!operator || !covers(operator.role, needed)) throw new ActionError('FORBIDDEN')
}

/**
 * Makes the bearer of a one-time code an operator: the set-up code an owner, the code of an invitation what it says.
 * Repeating one's own code changes nothing. Throws SETUP_CODE_WRONG.
 */
export async function claim(deps: Deps, openid: string, { code }: { code: string }): Promise<OperatorResult> {
  const expected = deps.config.operatorSetupCode
  const role = expected !== null && sameText(code, expected) ? ('owner' as const) : null
  return role ? claimSetup(deps, openid, code) : claimInvitation(deps, openid, code)
}

/** All operators and the invitations that are open. Throws FORBIDDEN. */
export async function listOperators(deps: Deps, openid: string): Promise<OperatorListResult> {
  await requireRole(deps, openid, 'owner')
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
    open: codes.map(({ role, label, expiresAt }) => ({ role, label, expiresAt })),
  }
}

/** A code that makes one person an operator within a day. Throws FORBIDDEN. */
export async function inviteOperator(
  deps: Deps,
  openid: string,
  { role, label }: { role: Role; label: string },
): Promise<InviteOperatorResult> {
  await requireRole(deps, openid, 'owner')
  const code = deps.random(codeBytes).toUpperCase()
  const expiresAt = deps.clock() + codeLifetime
  await deps.store.insert('operator_codes', { _id: codeId(deps, code), version: 1, role, label, expiresAt })
  return { code, expiresAt }
}

/** Takes the role away at once. The last owner stays. Throws FORBIDDEN, NOT_FOUND, LAST_OWNER, BUSY. */
export async function removeOperator(
  deps: Deps,
  openid: string,
  { id }: { id: string },
): Promise<OperatorListResult> {
  await requireRole(deps, openid, 'owner')
  const operator = await deps.store.get('operators', id)
  if (!operator) throw new ActionError('NOT_FOUND')
  if (operator.role === 'owner') {
    const owners = await deps.store.find('operators', { where: [['role', 'eq', 'owner']], limit: 2 })
    if (owners.length < 2) throw new ActionError('LAST_OWNER')
  }
  if (!(await deps.store.remove('operators', id, operator.version))) throw new ActionError('BUSY')
  return id === operatorId(deps, openid) ? { operators: [], open: [] } : listOperators(deps, openid)
}

/** 80 bits: not to be guessed within its day. */
const codeBytes = 10
const codeLifetime = 24 * 3600_000

const operatorId = ({ vault }: Deps, openid: string): string =>
  `o_${vault.digest('operator', openid).slice(0, 32)}`
const codeId = ({ vault }: Deps, code: string): string => vault.digest('operatorCode', code.toUpperCase())

function operatorOf(deps: Deps, openid: string): Promise<OperatorRow | null> {
  return deps.store.get('operators', operatorId(deps, openid))
}

async function claimSetup(deps: Deps, openid: string, code: string): Promise<OperatorResult> {
  // The code itself is the key: a new code in the settings may be used once again, for an owner who was lost.
  const used = {
    _id: `setup:${deps.vault.digest('setup', code).slice(0, 32)}`,
    version: 1,
    value: deps.clock(),
  }
  if (!(await deps.store.insert('counters', used))) {
    if ((await operatorOf(deps, openid))?.role === 'owner') return { role: 'owner' }
    throw new ActionError('SETUP_CODE_WRONG', 'code')
  }
  return appoint(deps, openid, 'owner', '')
}

async function claimInvitation(deps: Deps, openid: string, code: string): Promise<OperatorResult> {
  const invitation = await deps.store.get('operator_codes', codeId(deps, code))
  const alive = invitation !== null && invitation.expiresAt > deps.clock()
  // Whoever takes it away is the one who has it.
  if (!alive || !(await deps.store.remove('operator_codes', invitation._id, invitation.version))) {
    // Somebody whose first answer was lost is one already.
    const earlier = await operatorOf(deps, openid)
    if (earlier) return { role: earlier.role }
    throw new ActionError('SETUP_CODE_WRONG', 'code')
  }
  return appoint(deps, openid, invitation.role, invitation.label)
}

/** An operator who is one already gets the new role. */
async function appoint(deps: Deps, openid: string, role: Role, label: string): Promise<OperatorResult> {
  const row = { _id: operatorId(deps, openid), version: 1, role, label, at: deps.clock() }
  if (await deps.store.insert('operators', row)) return { role }
  const before = await operatorOf(deps, openid)
  if (before)
    await deps.store.replace('operators', before._id, before.version, { role, label: label || before.label })
  return { role }
}
