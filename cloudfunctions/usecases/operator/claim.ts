import type { OperatorResult } from '../../contract/operator'
import { ActionError } from '../../domain/errors'
import { neverEnds, type OperatorCode } from '../../domain/operator'
import { covers } from '../../domain/roles'
import { sameText } from '../../platform/crypto'
import { recordAct } from '../kit/acts'
import type { Deps } from '../kit/deps'
import { codeId, operatorId, operatorOf } from './identity'

/**
 * Makes the bearer of a one-time code an operator: the set-up code an owner, the code of an invitation what it says.
 * Repeating one's own code changes nothing, and brings to its end what was interrupted. Throws SETUP_CODE_WRONG, BUSY.
 */
export async function claim(deps: Deps, openid: string, { code }: { code: string }): Promise<OperatorResult> {
  const me = operatorId(deps, openid)
  const setup = deps.config.operatorSetupCode
  const row =
    setup !== null && sameText(code, setup)
      ? await setupCode(deps, code, me)
      : await deps.store.get('operator_codes', codeId(deps, code))
  const isGood = row !== null && (row.used || !isOver(deps, row))
  const mine = isGood && (row.takenBy === me ? row : await take(deps, row, me))
  if (!mine) throw new ActionError('SETUP_CODE_WRONG', 'code')
  // Appointed first: whoever dies in between types the code again.
  if (!mine.used) {
    await recordAct(deps, { event: 'operator.claim', operator: me, subject: mine._id, detail: mine.role })
    await appoint(deps, me, mine)
    await deps.store.replace('operator_codes', mine._id, mine.version, { used: true })
  }
  const operator = await operatorOf(deps, openid)
  // Removed since: a used code gives nothing back.
  if (!operator) throw new ActionError('SETUP_CODE_WRONG', 'code')
  return { role: operator.role }
}

/** The set-up code belongs to whoever types it first. A new one in the settings works once again: its key is the code. */
async function setupCode(deps: Deps, code: string, me: string): Promise<OperatorCode | null> {
  const _id = `setup:${deps.vault.digest('setup', code).slice(0, 32)}`
  const first: OperatorCode = {
    _id,
    version: 1,
    role: 'owner',
    label: '',
    expiresAt: neverEnds,
    takenBy: me,
    used: false,
  }
  return (await deps.store.insert('operator_codes', first))
    ? first
    : await deps.store.get('operator_codes', _id)
}

/** null: somebody else has it. */
async function take({ store }: Deps, row: OperatorCode, me: string): Promise<OperatorCode | null> {
  if (row.takenBy !== null) return null
  const taken = await store.replace('operator_codes', row._id, row.version, { takenBy: me })
  return taken ? { ...row, version: row.version + 1, takenBy: me } : null
}

const isOver = ({ clock }: Deps, { expiresAt }: OperatorCode): boolean =>
  expiresAt !== neverEnds && expiresAt <= clock()

/** Who is an operator already becomes what the code says, if that is more; a code takes nothing away. */
async function appoint({ store, clock }: Deps, me: string, { role, label }: OperatorCode): Promise<void> {
  if (await store.insert('operators', { _id: me, version: 1, role, label, at: clock() })) return
  const before = await store.get('operators', me)
  if (!before || covers(before.role, role)) return
  const changes = { role, label: label || before.label }
  if (!(await store.replace('operators', me, before.version, changes))) throw new ActionError('BUSY')
}
