import type { InviteeField } from '../../../cloud/types'
import { bankNumber, email, mobile, paperNumber, personName } from '../../../form/typed'
import { errorAt, type FieldError, type TypedField } from '../start/field-error'
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

/** What is typed, in the order of the page; `needed` cannot be empty. What is left to the vendor's page is not looked at. */
export function typedFields(draft: PersonDraft, needed: readonly InviteeField[]): TypedField<PersonDraft>[] {
  const needs = (field: InviteeField) => needed.includes(field)
  const own: TypedField<PersonDraft>[] = [
    {
      field: 'name',
      key: 'name',
      kind: personName,
      typed: draft.name,
      text: 'error.name',
      missing: needs('name') ? 'error.name' : null,
    },
    {
      field: 'id-number',
      key: 'idNumber',
      kind: paperNumber(draft.idType),
      typed: draft.idNumber,
      text: 'error.idNumber',
      missing: needs('idNumber') ? 'error.idNumber.missing' : null,
    },
  ]
  return [
    ...(draft.atVendor ? [] : own),
    {
      field: 'mobile',
      key: 'mobile',
      kind: mobile,
      typed: draft.mobile,
      text: 'error.contact',
      missing: needs('mobile') ? 'error.contact.missing' : null,
    },
    {
      field: 'email',
      key: 'email',
      kind: email,
      typed: draft.email,
      text: 'error.email',
      missing: null,
    },
    {
      field: 'bank-number',
      key: 'bankNumber',
      kind: bankNumber,
      typed: draft.bankNumber,
      text: 'error.bankNumber',
      missing: null,
    },
    {
      field: 'bank-mobile',
      key: 'bankMobile',
      kind: mobile,
      typed: draft.bankMobile,
      text: 'error.contact',
      missing: null,
    },
  ]
}
