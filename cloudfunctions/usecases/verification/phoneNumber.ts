import type { PhoneNumberResult } from '../../contract/phone'
import { ActionError } from '../../domain/errors'
import type { Deps } from '../kit/deps'

/** The number WeChat has just confirmed, for the form its owner is filling in. Not kept. Throws PHONE_CODE_INVALID. */
export async function phoneNumber(
  deps: Deps,
  _openid: string,
  { code }: { code: string },
): Promise<PhoneNumberResult> {
  const mobile = await deps.phoneNumber(code)
  if (mobile === null) throw new ActionError('PHONE_CODE_INVALID', 'code')
  return { mobile }
}
