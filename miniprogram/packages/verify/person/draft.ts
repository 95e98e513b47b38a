import type { IdType, InvitedInput, Mode, PersonInput, VendorId, VendorView } from '../../../cloud/types'
import { createDraft } from '../../../form/draft'
import { bankNumber, email, mobile, paperNumber, personName, rightForm } from '../../../form/typed'

export interface PersonDraft {
  /** null: nobody was chosen. */
  vendor: VendorId | null
  /** Name and id number are left to the vendor's page. */
  atVendor: boolean
  name: string
  idType: IdType
  idNumber: string
  mobile: string
  /** Of an invitee alone, instead of what whoever invited has filled in. */
  email: string
  bankNumber: string
  bankMobile: string
  mode: Mode
}

/** The name under which it is sealed on the phone. */
export const keptPerson = 'draft-person'

export const emptyPerson: PersonDraft = {
  vendor: null,
  atVendor: false,
  name: '',
  idType: 'residentId',
  idNumber: '',
  mobile: '',
  email: '',
  bankNumber: '',
  bankMobile: '',
  mode: 'any',
}

export const personDraft = createDraft(emptyPerson)

/** What of it this vendor can use; what was typed is kept for the case that another one is chosen again. */
export function fitPerson(typed: PersonDraft, vendor: VendorView): PersonDraft {
  const { personModes, idTypes, requires } = vendor
  return {
    ...typed,
    atVendor: typed.atVendor && requires.person.length === 0,
    mode: personModes.includes(typed.mode) ? typed.mode : (personModes[0] ?? 'any'),
    idType: idTypes.includes(typed.idType) ? typed.idType : (idTypes[0] ?? typed.idType),
  }
}

/** What leaves the phone: nothing that is hidden or empty, the rest in its one right form. */
export function toPerson(draft: PersonDraft): PersonInput {
  const { mode, atVendor, idType } = draft
  const name = rightForm(personName, draft.name)
  const idNumber = rightForm(paperNumber(idType), draft.idNumber)
  return {
    contact: { type: 'mobile', value: rightForm(mobile, draft.mobile) },
    mode,
    ...(!atVendor && name ? { name } : {}),
    ...(!atVendor && idNumber ? { idType, idNumber } : {}),
  }
}

/** The same, for an invitation: what is filled in there is not repeated. */
export function toInvitedPerson(draft: PersonDraft): InvitedInput {
  const { contact, name, idNumber, mode } = toPerson(draft)
  const address = rightForm(email, draft.email)
  const card = rightForm(bankNumber, draft.bankNumber)
  const bankMobile = rightForm(mobile, draft.bankMobile)
  return {
    subject: 'person',
    invitee: {
      ...(name ? { name } : {}),
      ...(contact.value ? { mobile: contact.value } : {}),
      ...(idNumber ? { idNumber } : {}),
      ...(address ? { email: address } : {}),
      ...(card ? { bankNumber: card } : {}),
      ...(bankMobile ? { bankMobile } : {}),
    },
    ...(mode ? { mode } : {}),
  }
}
