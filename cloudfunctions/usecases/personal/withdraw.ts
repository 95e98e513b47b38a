import type { WithdrawResult } from '../../contract/personal'
import type { VendorId } from '../../domain/words'
import { recordAct } from '../kit/acts'
import type { Deps } from '../kit/deps'
import { withdrawConsents } from '../verification/stop'

/** Takes back the consents, of one vendor or all, and stops what rests on them. Harmless to repeat. Throws BUSY. */
export async function withdrawMine(
  deps: Deps,
  openid: string,
  { vendor }: { vendor?: VendorId | undefined },
): Promise<WithdrawResult> {
  await recordAct(deps, { event: 'myData.withdraw', operator: '', subject: '', detail: vendor ?? '' })
  return { stopped: await withdrawConsents(deps, openid, vendor) }
}
