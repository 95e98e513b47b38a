import type { PhoneNumberResult } from '../../contract/phone'
import { ActionError } from '../../domain/errors'
import type { Deps } from '../kit/deps'
import { recordNumber } from './accountUses'

/**
 * The number WeChat has just confirmed, for the form its owner is filling in. Kept is a digest, so that a start with it
 * within the hour need not have it confirmed again. Throws PHONE_CODE_INVALID.
 */
export async function phoneNumber(
  deps: Deps,
  openid: string,
  { code }: { code: string },
): Promise<PhoneNumberResult> {
  const mobile = await deps.phoneNumber(code, openid)
  if (mobile === null) throw new ActionError('PHONE_CODE_INVALID', 'code')
  await recordNumber(deps, openid, mobile)
  return { mobile }
}
