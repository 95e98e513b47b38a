import type { OperatorRow } from '../../domain/operator'
import type { Deps } from '../kit/deps'

/** The key of a person among the operators. */
export const operatorId = ({ vault }: Deps, openid: string): string =>
  `o_${vault.digest('operator', openid).slice(0, 32)}`

/** Who did something, for documents and audit rows: no openid. Keys of business systems stand for themselves; '': nobody. */
export const actorOf = (deps: Deps, who: string): string =>
  who === '' || /^k_[0-9a-f]{16}$/.test(who) ? who : operatorId(deps, who)

/** The key of the code of an invitation, typed in any case. */
export const codeId = ({ vault }: Deps, code: string): string =>
  vault.digest('operatorCode', code.toUpperCase())

export function operatorOf(deps: Deps, openid: string): Promise<OperatorRow | null> {
  return deps.store.get('operators', operatorId(deps, openid))
}
