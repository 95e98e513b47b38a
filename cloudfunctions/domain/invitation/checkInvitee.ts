import { tooLong } from '../batch/checkColumn'
import {
  businessNumberKey,
  organizationNameKey,
  type Reading,
  type ReadingFault,
  readBusinessNumber,
  readMobile,
  readOrganizationName,
  readPersonName,
  readRegisterNumber,
  readResidentId,
} from '../identity'
import { digitsIn, looksRounded, type Spoilt, spoiltBy } from '../sheet/numbers'
import { longestText } from '../sheet/rows'
import type { InviteeColumn, OrganizationColumn, PersonColumn } from './importHeadings'

/** Something wrong with a line of the spreadsheet. `line`: as the spreadsheet counts, from 1. */
export interface InviteeIssue {
  line: number
  column: InviteeColumn
  code: ReadingFault | Spoilt | 'missing' | 'tooLong' | 'duplicate'
  /** What may have been meant. */
  suggestion?: string
  /** The other line, of a duplicate. */
  other?: number
}
export type Fault = Pick<InviteeIssue, 'code' | 'suggestion'>

export interface ColumnRule {
  /** Signs, as typed. */
  most: number
  /** The text in its one right form. `now`: ms since the epoch. */
  read(text: string, now: number): Reading
  /** Of a text in its right form: what no two lines may have in common; null where they may. */
  unique: ((value: string) => string) | null
  /** Digits, which programs take for a number. */
  number?: true
}
export interface Rules<C extends InviteeColumn> {
  columns: Readonly<Record<C, ColumnRule>>
  /** One of them must say something; the first is named when none does. */
  someOf: readonly [C, ...C[]]
}

const itself = (value: string) => value
const personName: ColumnRule = { most: 50, read: readPersonName, unique: null }
/** `1.0020033002E10` is 10020033002. */
function asDigits(text: string): string {
  const number = digitsIn(text)
  return number && number !== 'lost' ? number.digits : text
}
const mobile: ColumnRule = {
  most: longestText,
  read: text => readMobile(asDigits(text)),
  unique: null,
  number: true,
}
const bizId: ColumnRule = { most: 64, read: readBusinessNumber, unique: businessNumberKey }

export const personRules: Rules<PersonColumn> = {
  columns: {
    name: personName,
    mobile: { ...mobile, unique: itself },
    idNumber: { most: longestText, read: readResidentId, unique: itself, number: true },
    bizId,
  },
  someOf: ['name', 'mobile'],
}

export const organizationRules: Rules<OrganizationColumn> = {
  columns: {
    name: { most: 100, read: readOrganizationName, unique: organizationNameKey },
    registerNumber: { most: longestText, read: readRegisterNumber, unique: itself, number: true },
    legalPerson: personName,
    applicantName: personName,
    applicantMobile: mobile,
    bizId,
  },
  someOf: ['name'],
}

/** One text by itself, in its right form or with what is wrong with it; '' says nothing and is right. */
export function readColumn(
  text: string,
  rule: ColumnRule,
  now: number,
): { value: string } | { fault: Fault } {
  if (text === '') return { value: '' }
  const spoilt = spoiltBy(text)
  if (spoilt) return { fault: { code: spoilt } }
  const reading: Reading | { ok: false; code: 'tooLong' } = tooLong(text, rule.most)
    ? { ok: false, code: 'tooLong' }
    : rule.read(text, now)
  if (reading.ok) return { value: reading.value }
  if (rule.number && (digitsIn(text) === 'lost' || looksRounded(text)))
    return { fault: { code: 'digitsLost' } }
  const { ok: _, ...fault } = reading
  return { fault }
}
