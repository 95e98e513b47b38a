import type { OperatorListResult } from '../../contract/operator'
import type { Deps } from '../kit/deps'
import { recentLocks } from '../kit/guesses'
import { recentRefusals } from '../kit/refusedNotices'
import { operatorId } from './identity'

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
    refusedNotices: await recentRefusals(deps),
  }
}
