import type { OperatorListResult } from '../../contract/operator'
import { ActionError } from '../../domain/errors'
import type { Deps } from '../kit/deps'
import { listOperators } from './listOperators'

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
