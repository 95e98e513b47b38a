import type { Fact } from '../../domain/decide'
import type { Contact, PersonFields } from '../../domain/verification'
import type { EditableField, FallbackMode, IdType, PersonMode } from '../../domain/words'

export const personPaths = {
  ticket: '/v2/personalauth/miniappexchange',
  link: '/v2/personalauth',
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

/** The body of the ticket and of the link call. Fields that are not set are left out. Source: 生成个人认证令牌. */
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

export function factOfPerson(result: Record<string, unknown>, byAuthId: boolean): Fact {
  const verified = result.realName === true || result.realName === 'true'
  const mode = typeof result.mode === 'string' ? `,mode=${result.mode}` : ''
  return {
    standing: verified ? 'verified' : 'unproven',
    assurance: verified ? (byAuthId ? 'attempt' : 'account') : null,
    rawStatus: `realName=${verified}${mode}`,
  }
}

export function contactOf(contact: Contact): { contact: string; contactType: string } {
  return { contact: contact.value, contactType: contactTypes[contact.type] }
}
