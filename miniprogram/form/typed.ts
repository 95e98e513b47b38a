import { readRegisterNumber } from '../../cloudfunctions/domain/identity/creditCode'
import { readMobile } from '../../cloudfunctions/domain/identity/mobile'
import { readOrganizationName } from '../../cloudfunctions/domain/identity/organizationName'
import { readPaper } from '../../cloudfunctions/domain/identity/papers'
import { readPersonName } from '../../cloudfunctions/domain/identity/personName'
import type { Reading } from '../../cloudfunctions/domain/identity/reading'
import type { IdType } from '../cloud/types'

/** What is typed on a phone is read by the same functions as at the server, and goes there in its one right form. */
export interface Kind {
  read: (text: string) => Reading
  /**
   * Signs an input takes. More than are kept: a paste brings along blanks and signs nobody sees, and what an input cuts
   * off is gone before anybody could put it right.
   */
  longest: number
}

/** As much as the contract takes of each sign it keeps. */
const pasted = 4

export const personName: Kind = { read: readPersonName, longest: 50 * pasted }
export const organizationName: Kind = { read: readOrganizationName, longest: 100 * pasted }
export const mobile: Kind = { read: readMobile, longest: 16 * pasted }
export const registerNumber: Kind = { read: readRegisterNumber, longest: 18 * pasted }
export const paperNumber = (type: IdType): Kind => ({
  read: text => readPaper(type, text, Date.now()),
  longest: 32 * pasted,
})

/** As it leaves the phone; what has no right form goes as it is, for the server to say what is wrong. */
export function rightForm({ read }: Kind, text: string): string {
  const reading = read(text)
  return reading.ok ? reading.value : text.trim()
}

/** Why it cannot be sent, with what was probably meant; null when it can, and of an empty field. */
export function faultOf({ read }: Kind, text: string): { suggestion: string | null } | null {
  if (text.trim() === '') return null
  const reading = read(text)
  return reading.ok ? null : { suggestion: reading.suggestion ?? null }
}
