import type { InvitedInput, OrganizationInput, VendorId, VendorView } from '../../../cloud/types'
import { fitsLimits, type Licence } from '../../../files/check'
import { createDraft } from '../../../form/draft'

export interface OrganizationDraft {
  /** null: nobody was chosen. */
  vendor: VendorId | null
  name: string
  registerNumber: string
  legalPerson: string
  applicantName: string
  applicantMobile: string
  licence: Licence | null
}

export const organizationDraft = createDraft<OrganizationDraft>({
  vendor: null,
  name: '',
  registerNumber: '',
  legalPerson: '',
  applicantName: '',
  applicantMobile: '',
  licence: null,
})

/** What of it this vendor can use; what was picked is kept for the case that another one is chosen again. */
export function fitOrganization(typed: OrganizationDraft, { licence }: VendorView): OrganizationDraft {
  const fits = licence !== null && typed.licence !== null && fitsLimits(typed.licence, licence)
  return fits ? typed : { ...typed, licence: null }
}

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

/** The same, for an invitation: what is filled in there is not repeated. */
export function toInvitedOrganization(
  draft: OrganizationDraft,
): Extract<InvitedInput, { subject: 'organization' }> {
  const { name, registerNumber, legalPerson, applicant } = toOrganization(draft)
  const typed = {
    name,
    registerNumber,
    legalPerson,
    applicantName: applicant.name,
    applicantMobile: applicant.contact.value,
  }
  const invitee = Object.fromEntries(Object.entries(typed).filter(([, value]) => value))
  return { subject: 'organization', invitee }
}
