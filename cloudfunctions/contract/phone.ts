import * as v from 'valibot'
import { optionalKey, phoneCode } from './verification'

export const phoneNumberInput = v.strictObject({
  clientKey: optionalKey,
  code: phoneCode,
})

/**
 * The caller's own number, to fill in a form; kept, sealed, only for the minutes in which the call may be repeated. A
 * digest of it is kept for an hour.
 */
export interface PhoneNumberResult {
  mobile: string
}
