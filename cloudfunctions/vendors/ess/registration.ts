import type { AdminIdType, Authorization } from '../../domain/batch/row'
import type { Administrator, Registered, Registration, RegistrationRow } from '../batch'
import type { AnswerOf, createTasks } from './actions'
import { rowSaid } from './texts'

const idCardTypes: Record<AdminIdType, string> = {
  residentId: 'ID_CARD',
  hkMacauPermit: 'HONGKONG_AND_MACAO',
  hkMacauTaiwanResidence: 'HONGKONG_MACAO_AND_TAIWAN',
}

/** The vendor takes a list, and supports one value today. */
const authorizationTypes: Record<Authorization, number> = { legalPerson: 2, letter: 1, letterAndTransfer: 5 }

/**
 * The names of links are not those of the single link: only `APP` means the same in both. With a single link the
 * links of the rows are not used. Source: CreateBatchOrganizationRegistrationTasks.
 */
const modes = {
  single: { BatchAuthMethod: 1, Endpoint: 'APP' },
  perRow: { BatchAuthMethod: 0, Endpoint: 'SHORT_URL' },
} as const

export function registrationFields({ linkMode, rows }: Registration): object {
  return { RegistrationOrganizations: rows.map(organizationOf), ...modes[linkMode] }
}

/** The administrator in the words of the vendor. Must be the same in both calls, or the single link leaves rows out. */
export function administratorFields({ name, mobile, idType, idNumber }: Administrator): object {
  return {
    AdminName: name,
    AdminMobile: mobile,
    AdminIdCardType: idCardTypes[idType],
    ...(idNumber && { AdminIdCardNumber: idNumber }),
  }
}

function organizationOf(row: RegistrationRow): object {
  const { address, administrator, authorization, licence, letters } = row
  return {
    OrganizationName: row.name,
    UniformSocialCreditCode: row.creditCode,
    LegalName: row.legalName,
    ...(address && { Address: address }),
    ...(administrator && administratorFields(administrator)),
    ...(authorization && { AuthorizationTypes: [authorizationTypes[authorization]] }),
    ...(licence && { BusinessLicense: licence.bytes.toString('base64') }),
    ...(letters.length > 0 && { PowerOfAttorneys: letters.map(({ bytes }) => bytes.toString('base64')) }),
  }
}

type Rows = readonly Pick<RegistrationRow, 'name' | 'creditCode'>[]

/** A refusal comes as a success without a task: all rows or none. */
export function registeredOf(answer: AnswerOf<typeof createTasks>, rows: Rows): Registered {
  const { TaskId: taskId, ErrorMessages: texts } = answer
  return taskId ? { kind: 'accepted', taskId } : { kind: 'refused', texts: textsOfRows(texts, rows) }
}

/** One sentence about a whole call, given to the rows it names. */
export function refusedWith(text: string, rows: Rows): Registered {
  return { kind: 'refused', texts: textsOfRows([text], rows) }
}

function textsOfRows(texts: readonly string[], rows: Rows): string[] {
  if (texts.length === rows.length) return [...texts]
  const placed = rows.map(() => '')
  for (const text of texts) {
    for (const index of placesOf(text, rows)) placed[index] ||= text
  }
  return placed
}

/** Where a sentence belongs: the row it numbers, from zero, else the rows it names, else the only one there is. */
function placesOf(text: string, rows: Rows): number[] {
  const said = rowSaid(text)
  if (said !== null && rows[said]) return [said]
  const byCode = rows.filter(({ creditCode }) => creditCode !== '' && text.includes(creditCode))
  const byName = rows.filter(({ name }) => name !== '' && text.includes(name))
  // The name of one may be the beginning of another's.
  const longest = Math.max(...byName.map(({ name }) => name.length))
  const meant = rows.filter(
    row => byCode.includes(row) || (byName.includes(row) && row.name.length === longest),
  )
  if (meant.length > 0) return meant.map(row => rows.indexOf(row))
  return rows.length === 1 ? [0] : []
}
