import type { OrganizationInput } from '../../../cloud/types'
import { createDraft } from '../draft'
import type { Licence } from './licence/check'

export interface OrganizationDraft {
  name: string
  registerNumber: string
  legalPerson: string
  applicantName: string
  applicantMobile: string
  licence: Licence | null
}

export const organizationDraft = createDraft<OrganizationDraft>({
  name: '',
  registerNumber: '',
  legalPerson: '',
  applicantName: '',
  applicantMobile: '',
  licence: null,
})

/** What leaves the phone besides the licence: nothing that is empty. */
export function toOrganization(draft: OrganizationDraft): OrganizationInput {
  const registerNumber = draft.registerNumber.replace(/\s/g, '').toUpperCase()
  const legalPerson = draft.legalPerson.trim()
  const applicantName = draft.applicantName.trim()
  return {
    name: draft.name.trim(),
    ...(registerNumber ? { registerNumber } : {}),
    ...(legalPerson ? { legalPerson } : {}),
    applicant: {
      ...(applicantName ? { name: applicantName } : {}),
      contact: { type: 'mobile', value: draft.applicantMobile.trim() },
    },
  }
}
