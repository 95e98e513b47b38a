import type { Fact } from '../../domain/decide'
import type { PersonFields } from '../../domain/verification'
import type { EditableField, FallbackMode, IdType, PersonMode } from '../../domain/words'
import type { Question } from '../driver'

export const personPaths = {
  ticket: '/v2/personalauth/miniappexchange',
  result: '/v2/personalauth/result',
} as const

const contactTypes = { mobile: 'MOBILE', email: 'EMAIL' } as const
const modes: Record<PersonMode, string> = {
  any: 'DEFAULT',
  threeFactor: 'IVS',
  face: 'FACE',
  bankCard: 'BANK',
  alipay: 'ALIPAY',
}
const fallbacks: Record<FallbackMode, string> = {
  threeFactor: 'IVS',
  face: 'FACE',
  bankCard: 'BANK',
  alipay: 'ALIPAY',
  manualReview: 'MANUAL',
}
const paperTypes: Record<IdType, string> = {
  residentId: 'IDCARD',
  passport: 'PASSPORT',
  hkMacauPermit: 'HKMP',
  taiwanPermit: 'MTPS',
}
const modifyFields: Record<EditableField, string> = {
  name: 'USERNAME',
  idNumber: 'IDCARDNO',
  bankNumber: 'BANKNO',
  bankMobile: 'BANKMOBILE',
}

/** The body of the ticket call. Fields that are not set are left out. Source: 生成个人认证令牌. */
export function ticketBody(person: PersonFields, callbackUrl: string): Record<string, unknown> {
  return {
    user: contactOf(person.contact),
    mode: modes[person.mode],
    ...(person.fallbackModes && { otherModes: person.fallbackModes.map(mode => fallbacks[mode]) }),
    paperType: paperTypes[person.idType],
    ...(person.name && { username: person.name }),
    ...(person.idNumber && { idCardNo: person.idNumber }),
    ...(person.bankNumber && { bankNo: person.bankNumber }),
    ...(person.bankMobile && { bankMobile: person.bankMobile }),
    ...(person.editableFields && { modifyFields: person.editableFields.map(field => modifyFields[field]) }),
    callbackUrl,
  }
}

/** By authId when a notice brought one: only then the answer is about this attempt. */
export function resultQuery({ contact, refs }: Question): Record<string, string> {
  return refs.authId ? { authId: refs.authId } : contactOf(contact)
}

export function factOfResult(result: Record<string, unknown>, { refs }: Question): Fact {
  const verified = result.realName === true || result.realName === 'true'
  const mode = typeof result.mode === 'string' ? `,mode=${result.mode}` : ''
  return {
    standing: verified ? 'verified' : 'unproven',
    assurance: verified ? (refs.authId ? 'attempt' : 'account') : null,
    rawStatus: `realName=${verified}${mode}`,
  }
}

function contactOf(contact: PersonFields['contact']): { contact: string; contactType: string } {
  return { contact: contact.value, contactType: contactTypes[contact.type] }
}
