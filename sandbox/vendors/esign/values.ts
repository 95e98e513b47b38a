/** Values that several endpoints take, each with its rule. */
import { checked, listOf, type Parse, Refusal, text, truth, webUrl } from '../kit/shape'

/** A value of the right type in the wrong form; v3 has a code of its own for it. */
export class WrongForm extends Refusal {}
/** A value with characters that are not allowed; v2 has a code of its own for it. */
export class IllegalCharacters extends Refusal {}

export const MOBILE = /^1\d{10}$/
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const RESIDENT_ID = /^\d{17}[\dX]$/
const BANK_CARD = /^\d{12,19}$/

function inForm(fits: (value: string) => boolean, form: string): Parse<string> {
  return (value, at) => {
    const written = plain(value, at)
    if (!fits(written)) throw new WrongForm(`${at} must be ${form}`)
    return written
  }
}

/** Names and numbers: no blanks. */
export const plain: Parse<string> = (value, at) => {
  const written = text(value, at)
  if (/\s/.test(written)) throw new IllegalCharacters(`${at} contains blanks`)
  return written
}

export const mobile = inForm(value => MOBILE.test(value), 'a mobile number of 11 digits')
export const bankCard = inForm(value => BANK_CARD.test(value), 'a bank card number of 12 to 19 digits')
export const account = inForm(
  value => MOBILE.test(value) || EMAIL.test(value),
  'a mobile number or an e-mail address',
)

/** Only mainland resident ids have a known form. */
export function certificateProblem(number: string | undefined, type: string | undefined): string | undefined {
  const isResidentId = type === undefined || type.endsWith('CH_IDCARD')
  if (number === undefined || !isResidentId || RESIDENT_ID.test(number)) return undefined
  return 'must be a resident id of 18 characters'
}

export const notifyUrl = checked(webUrl, url => (/\s/.test(url) ? 'must not contain blanks' : undefined))

/** Documented as possibly empty. */
export const textOrEmpty: Parse<string> = (value, at) => (value === '' ? '' : text(value, at))

export const nullable =
  <T>(parse: Parse<T>): Parse<T | null> =>
  (value, at) =>
    value === null ? null : parse(value, at)

/** v2 alone: its published clients type some booleans as texts. */
export const truthOrText: Parse<boolean> = (value, at) =>
  value === 'true' || value === 'false' ? value === 'true' : truth(value, at)

/** v2 alone: its published clients type some lists as one text, a JSON list or names joined by commas. */
export const listOrText =
  <T>(parse: Parse<T>): Parse<T[]> =>
  (value, at) =>
    listOf(parse)(typeof value === 'string' ? itemsOf(text(value, at)) : value, at)

function itemsOf(written: string): unknown {
  if (!written.startsWith('[')) return written.split(',').map(item => item.trim())
  try {
    return JSON.parse(written)
  } catch {
    return written
  }
}
