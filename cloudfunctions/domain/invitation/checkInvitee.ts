import { corrected, creditCodeShape, isMobile, residentIdShape, tooLong } from '../batch/checkColumn'
import { plainCode, plainMobile, plainName, plainOrganizationName } from '../batch/plain'
import { isCreditCode, isResidentId } from '../identity'
import { digitsIn, looksRounded, type Spoilt, spoiltBy } from '../sheet/numbers'
import { longestText } from '../sheet/rows'
import type { InviteeColumn, OrganizationColumn, PersonColumn } from './importHeadings'

/** Something wrong with a line of the spreadsheet. `line`: as the spreadsheet counts, from 1. */
export interface InviteeIssue {
  line: number
  column: InviteeColumn
  code: 'missing' | 'tooLong' | 'malformed' | 'checkDigit' | 'duplicate' | Spoilt
  /** The other line, of a duplicate. */
  other?: number
}
export type Fault = Pick<InviteeIssue, 'code'>

export interface ColumnRule {
  /** What is kept: the text as it should have been typed. */
  plain(text: string): string
  /** Signs, as typed. */
  most: number
  /** Of a plain text that says something. */
  fault(plain: string): Fault | null
  /** No two lines say the same. */
  unique: boolean
  /** Digits, which programs take for a number. */
  number?: true
}
export interface Rules<C extends InviteeColumn> {
  columns: Readonly<Record<C, ColumnRule>>
  /** One of them must say something; the first is named when none does. */
  someOf: readonly [C, ...C[]]
}

const anything = () => null
/** `13800138000.0` is 13800138000. */
const asDigits = (text: string) => {
  const number = digitsIn(text)
  return number && number !== 'lost' ? number.digits : text
}
const personName: ColumnRule = { plain: plainName, most: 50, fault: anything, unique: false }
const mobile: ColumnRule = {
  plain: text => plainMobile(asDigits(text)),
  most: longestText,
  fault: plain => corrected(plain, plain, isMobile),
  unique: false,
  number: true,
}
const bizId: ColumnRule = {
  plain: text => text,
  most: 64,
  fault: plain => (/^[\w.:/-]+$/.test(plain) ? null : { code: 'malformed' }),
  unique: true,
}

export const personRules: Rules<PersonColumn> = {
  columns: {
    name: personName,
    mobile: { ...mobile, unique: true },
    idNumber: {
      plain: plainCode,
      most: longestText,
      fault: plain => corrected(plain, plain, isResidentId, residentIdShape),
      unique: true,
      number: true,
    },
    bizId,
  },
  someOf: ['name', 'mobile'],
}

export const organizationRules: Rules<OrganizationColumn> = {
  columns: {
    name: { plain: plainOrganizationName, most: 100, fault: anything, unique: true },
    registerNumber: {
      plain: plainCode,
      most: longestText,
      fault: registerNumber,
      unique: true,
      number: true,
    },
    legalPerson: personName,
    applicantName: personName,
    applicantMobile: mobile,
    bizId,
  },
  someOf: ['name'],
}

/** Organizations that are no companies, and old licences, have numbers of other lengths and without a check sign. */
function registerNumber(plain: string): Fault | null {
  if (plain.length === 18) return corrected(plain, plain, isCreditCode, creditCodeShape)
  return /^[0-9A-Z]{15,17}$/.test(plain) ? null : { code: 'malformed' }
}

/** What is wrong with one text by itself. */
export function faultOf(text: string, { plain, most, fault, number }: ColumnRule): Fault | null {
  if (text === '') return null
  const spoilt = spoiltBy(text)
  if (spoilt) return { code: spoilt }
  const found = tooLong(text, most) ?? fault(plain(text))
  return found && number && (digitsIn(text) === 'lost' || looksRounded(text)) ? { code: 'digitsLost' } : found
}
