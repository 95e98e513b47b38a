import type { InviteOperatorResult } from '../../contract/operator'
import type { Role } from '../../domain/roles'
import type { Deps } from '../kit/deps'
import { codeId } from './identity'

/** 80 bits: not to be guessed within its day. */
const codeBytes = 10
const codeLifetime = 24 * 3600_000

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
