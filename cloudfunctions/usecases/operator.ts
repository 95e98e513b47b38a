import type { OperatorResult } from '../contract/operator'
import { ActionError } from '../domain/errors'
import { covers, type Role } from '../domain/roles'
import { sameText } from '../platform/crypto'
import type { Deps } from './deps'

/** Whether the caller is an operator, and what kind. */
export async function me({ store }: Deps, openid: string): Promise<OperatorResult> {
  const operator = await store.get('operators', openid)
  return { role: operator?.role ?? null }
}

/** Throws FORBIDDEN unless the caller may do at least what `needed` may. */
export async function requireRole({ store }: Deps, openid: string, needed: Role): Promise<void> {
  const operator = await store.get('operators', openid)
  if (!operator || !covers(operator.role, needed)) throw new ActionError('FORBIDDEN')
}

/** Makes the bearer of the set-up code the first owner. It works once. Throws SETUP_CODE_WRONG. */
export async function claim(deps: Deps, openid: string, { code }: { code: string }): Promise<OperatorResult> {
  const { config, store, clock, vault } = deps
  const expected = config.operatorSetupCode
  if (expected === null || !sameText(code, expected)) throw new ActionError('SETUP_CODE_WRONG', 'code')
  // The code itself is the key: a new code in the settings may be used once again, for an owner who was lost.
  const used = { _id: `setup:${vault.digest('setup', code).slice(0, 32)}`, version: 1, value: clock() }
  if (!(await store.insert('counters', used))) {
    const earlier = await store.get('operators', openid)
    if (earlier?.role === 'owner') return { role: 'owner' }
    throw new ActionError('SETUP_CODE_WRONG', 'code')
  }
  await store.insert('operators', { _id: openid, role: 'owner', at: clock() })
  return { role: 'owner' }
}
