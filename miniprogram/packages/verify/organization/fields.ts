import type { InviteeField } from '../../../cloud/types'
import { email, mobile, organizationName, personName, registerNumber } from '../../../form/typed'
import { errorAt, type FieldError, type TypedField } from '../start/field-error'
import type { OrganizationDraft } from './draft'

/** Where an error of the server is shown: the path of the contract's input → the field on the page and its text. */
const errors: Readonly<Record<string, FieldError>> = {
  'organization.name': { field: 'organization-name', text: 'organization.error.name' },
  'organization.registerNumber': { field: 'register-number', text: 'organization.error.registerNumber' },
  'organization.legalPerson': { field: 'legal-person', text: 'organization.error.legalPerson' },
  'organization.applicant.name': { field: 'applicant-name', text: 'organization.error.applicantName' },
  'organization.applicant.contact': { field: 'applicant-mobile', text: 'error.contact' },
  'organization.applicant.contact.value': { field: 'applicant-mobile', text: 'error.contact' },
  'organization.licenceFileId': { field: 'licence', text: 'organization.error.licence' },
  // As the input of an invitation names them.
  'invitee.name': { field: 'organization-name', text: 'organization.error.name' },
  'invitee.registerNumber': { field: 'register-number', text: 'organization.error.registerNumber' },
  'invitee.legalPerson': { field: 'legal-person', text: 'organization.error.legalPerson' },
  'invitee.applicantName': { field: 'applicant-name', text: 'organization.error.applicantName' },
  'invitee.applicantMobile': { field: 'applicant-mobile', text: 'error.contact' },
  'invitee.applicantEmail': { field: 'applicant-email', text: 'error.email' },
  licenceFileId: { field: 'licence', text: 'organization.error.licence' },
}

export const fieldError = (path: string | undefined) => errorAt(errors, path)

/** What is typed, in the order of the page; `needed` cannot be empty. */
export function typedFields(
  draft: OrganizationDraft,
  needed: readonly InviteeField[],
): TypedField<OrganizationDraft>[] {
  const needs = (field: InviteeField) => needed.includes(field)
  return [
    {
      field: 'organization-name',
      key: 'name',
      kind: organizationName,
      typed: draft.name,
      text: 'organization.error.name',
      missing: needs('name') ? 'organization.error.name' : null,
    },
    {
      field: 'register-number',
      key: 'registerNumber',
      kind: registerNumber,
      typed: draft.registerNumber,
      text: 'organization.error.registerNumber',
      missing: needs('registerNumber') ? 'organization.error.registerNumber.missing' : null,
    },
    {
      field: 'legal-person',
      key: 'legalPerson',
      kind: personName,
      typed: draft.legalPerson,
      text: 'organization.error.legalPerson',
      missing: needs('legalPerson') ? 'organization.error.legalPerson' : null,
    },
    {
      field: 'applicant-name',
      key: 'applicantName',
      kind: personName,
      typed: draft.applicantName,
      text: 'organization.error.applicantName',
      missing: null,
    },
    {
      field: 'applicant-mobile',
      key: 'applicantMobile',
      kind: mobile,
      typed: draft.applicantMobile,
      text: 'error.contact',
      missing: needs('applicantMobile') ? 'error.contact.missing' : null,
    },
    {
      field: 'applicant-email',
      key: 'applicantEmail',
      kind: email,
      typed: draft.applicantEmail,
      text: 'error.email',
      missing: null,
    },
  ]
}
