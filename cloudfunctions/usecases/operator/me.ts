import type { OperatorResult } from '../../contract/operator'
import type { Deps } from '../kit/deps'
import { operatorOf } from './identity'

/** Whether the caller is an operator, and what kind. */
export async function me(deps: Deps, openid: string): Promise<OperatorResult> {
  return { role: (await operatorOf(deps, openid))?.role ?? null }
}
