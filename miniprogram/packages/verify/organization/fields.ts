import type { VendorView } from '../../../cloud/types'
import { mobile, organizationName, personName, registerNumber } from '../../../form/typed'
import { errorAt, type FieldError, firstFault } from '../start/field-error'
import type { RequirableField } from '../start/required'
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

/** What cannot be sent as it was typed. */
export function wrongField(draft: OrganizationDraft): FieldError | null {
  const { name, registerNumber: code, legalPerson, applicantName, applicantMobile } = draft
  return firstFault([
    { field: 'organization-name', text: 'organization.error.name', kind: organizationName, typed: name },
    {
      field: 'register-number',
      text: 'organization.error.registerNumber',
      kind: registerNumber,
      typed: code,
    },
    { field: 'legal-person', text: 'organization.error.legalPerson', kind: personName, typed: legalPerson },
    {
      field: 'applicant-name',
      text: 'organization.error.applicantName',
      kind: personName,
      typed: applicantName,
    },
    { field: 'applicant-mobile', text: 'error.contact', kind: mobile, typed: applicantMobile },
  ])
}

type RequirableName = VendorView['requires']['organization'][number]

export const requirable: Readonly<Record<RequirableName, RequirableField>> = {
  registerNumber: {
    label: 'organization.registerNumber',
    missing: { field: 'register-number', text: 'organization.error.registerNumber.missing' },
  },
  legalPerson: {
    label: 'organization.legalPerson',
    missing: { field: 'legal-person', text: 'organization.error.legalPerson' },
  },
}
