import type { VendorView } from '../../../cloud/types'
import { bankNumber, email, mobile, paperNumber, personName } from '../../../form/typed'
import { errorAt, type FieldError, firstFault } from '../start/field-error'
import type { RequirableField } from '../start/required'
import type { PersonDraft } from './draft'

/** Where an error of the server is shown: the path of the contract's input → the field on the page and its text. */
const errors: Readonly<Record<string, FieldError>> = {
  'person.name': { field: 'name', text: 'error.name' },
  'person.idType': { field: 'id-type', text: 'error.idType' },
  'person.idNumber': { field: 'id-number', text: 'error.idNumber' },
  'person.contact': { field: 'mobile', text: 'error.contact' },
  'person.contact.value': { field: 'mobile', text: 'error.contact' },
  'person.mode': { field: 'mode', text: 'error.mode' },
  // As the input of an invitation names them.
  'invitee.name': { field: 'name', text: 'error.name' },
  'invitee.idNumber': { field: 'id-number', text: 'error.idNumber' },
  'invitee.mobile': { field: 'mobile', text: 'error.contact' },
  'invitee.email': { field: 'email', text: 'error.email' },
  'invitee.bankNumber': { field: 'bank-number', text: 'error.bankNumber' },
  'invitee.bankMobile': { field: 'bank-mobile', text: 'error.contact' },
  mode: { field: 'mode', text: 'error.mode' },
}

export const fieldError = (path: string | undefined) => errorAt(errors, path)

/** What cannot be sent as it was typed; what is left to the vendor's page is not looked at. */
export function wrongField({
  atVendor,
  name,
  idType,
  idNumber,
  mobile: number,
  ...given
}: PersonDraft): FieldError | null {
  const own = (typed: string) => (atVendor ? '' : typed)
  return firstFault([
    { field: 'name', text: 'error.name', kind: personName, typed: own(name) },
    { field: 'id-number', text: 'error.idNumber', kind: paperNumber(idType), typed: own(idNumber) },
    { field: 'mobile', text: 'error.contact', kind: mobile, typed: number },
    { field: 'bank-mobile', text: 'error.contact', kind: mobile, typed: given.bankMobile },
    { field: 'bank-number', text: 'error.bankNumber', kind: bankNumber, typed: given.bankNumber },
    { field: 'email', text: 'error.email', kind: email, typed: given.email },
  ])
}

type RequirableName = VendorView['requires']['person'][number]

export const requirable: Readonly<Record<RequirableName, RequirableField>> = {
  name: { label: 'name', missing: { field: 'name', text: 'error.name' } },
  idNumber: {
    label: 'idNumber',
    missing: { field: 'id-number', text: 'error.idNumber.missing' },
  },
}
