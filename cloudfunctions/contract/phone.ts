import * as v from 'valibot'
import { optionalKey } from './verification'

/** `code`: of `<button open-type="getPhoneNumber">`, single use. */
export const phoneNumberInput = v.strictObject({
  clientKey: optionalKey,
  code: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
})

/** The caller's own number, to fill in a form; kept, sealed, only for the minutes in which the call may be repeated. */
export interface PhoneNumberResult {
  mobile: string
}
