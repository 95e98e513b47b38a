import type { OutlineResult } from '../../contract/outline'
import { ActionError } from '../../domain/errors'
import { inOurWords } from '../../domain/outline'
import type { Verification } from '../../domain/verification'
import type { Deps } from '../kit/deps'
import { actionErrorOf } from '../kit/problem'
import { owned } from './owned'

/** The picture of the flow behind the caller's own verification, without ids or the vendor's words. Throws NOT_FOUND, VENDOR_OFF, VENDOR_UNAVAILABLE. */
export async function outline(deps: Deps, owner: string, { id }: { id: string }): Promise<OutlineResult> {
  const { outline: full } = await outlineOf(deps, await owned(deps, owner, id))
  return { outline: full && inOurWords(full) }
}

/** Of a verification that the caller may see. Throws VENDOR_OFF, VENDOR_UNAVAILABLE. */
export async function outlineOf(
  deps: Deps,
  { _id, vendor, refs }: Pick<Verification, '_id' | 'vendor' | 'refs'>,
): Promise<OutlineResult> {
  const driver = deps.drivers.get(vendor)
  if (!driver) throw new ActionError('VENDOR_OFF')
  if (!driver.outline || Object.keys(refs).length === 0) return { outline: null }
  const outcome = await driver.outline(refs, _id)
  if (outcome.kind !== 'ok') throw actionErrorOf(deps, 'outline', outcome)
  return { outline: outcome.value }
}
