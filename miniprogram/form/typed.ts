import { readBankNumber } from '../../cloudfunctions/domain/identity/bankNumber'
import { readBusinessNumber } from '../../cloudfunctions/domain/identity/businessNumber'
import { readRegisterNumber } from '../../cloudfunctions/domain/identity/creditCode'
import { readEmail } from '../../cloudfunctions/domain/identity/email'
import { readMobile } from '../../cloudfunctions/domain/identity/mobile'
import { readOrganizationName } from '../../cloudfunctions/domain/identity/organizationName'
import { type PaperType, readPaper } from '../../cloudfunctions/domain/identity/papers'
import { readPersonName } from '../../cloudfunctions/domain/identity/personName'
import type { Reading } from '../../cloudfunctions/domain/identity/reading'
import { roomFor } from './room'

/** What is typed on a phone is read by the same functions as at the server, and goes there in its one right form. */
export interface Kind {
  read: (text: string) => Reading
  /**
   * Signs an input takes. More than are kept: a paste brings along blanks and signs nobody sees, and what an input cuts
   * off is gone before anybody could put it right.
   */
  longest: number
}

export const personName: Kind = { read: readPersonName, longest: roomFor(50) }
export const organizationName: Kind = { read: readOrganizationName, longest: roomFor(100) }
export const mobile: Kind = { read: readMobile, longest: roomFor(16) }
export const email: Kind = { read: readEmail, longest: roomFor(100) }
export const bankNumber: Kind = { read: readBankNumber, longest: roomFor(19) }
export const registerNumber: Kind = { read: readRegisterNumber, longest: roomFor(18) }
export const businessNumber: Kind = {
  read: text => {
    const reading = readBusinessNumber(text)
    return reading.ok && reading.value.length > 64 ? { ok: false, code: 'malformed' } : reading
  },
  longest: roomFor(64),
}
export const paperNumber = (type: PaperType): Kind => ({
  read: text => readPaper(type, text, Date.now()),
  longest: roomFor(32),
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
