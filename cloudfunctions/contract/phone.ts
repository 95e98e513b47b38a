import * as v from 'valibot'

/** `code`: of `<button open-type="getPhoneNumber">`, single use. */
export const phoneNumberInput = v.strictObject({ code: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) })

/** The caller's own number, to fill in a form; it is not kept. */
export interface PhoneNumberResult {
  mobile: string
}
