import type { InvitedInput, OrganizationInput, VendorId, VendorView } from '../../../cloud/types'
import { fitsLimits, type Licence } from '../../../files/check'
import { createDraft } from '../../../form/draft'
import { email, mobile, organizationName, personName, registerNumber, rightForm } from '../../../form/typed'

export interface OrganizationDraft {
  /** null: nobody was chosen. */
  vendor: VendorId | null
  name: string
  registerNumber: string
  legalPerson: string
  applicantName: string
  applicantMobile: string
  /** Of an invitee alone. */
  applicantEmail: string
  licence: Licence | null
}

/** The name under which it is sealed on the phone. */
export const keptOrganization = 'draft-organization'

export const emptyOrganization: OrganizationDraft = {
  vendor: null,
  name: '',
  registerNumber: '',
  legalPerson: '',
  applicantName: '',
  applicantMobile: '',
  applicantEmail: '',
  licence: null,
}

export const organizationDraft = createDraft(emptyOrganization)

/** What of it this vendor can use; what was picked is kept for the case that another one is chosen again. */
export function fitOrganization(typed: OrganizationDraft, { licence }: VendorView): OrganizationDraft {
  const fits = licence !== null && typed.licence !== null && fitsLimits(typed.licence, licence)
  return fits ? typed : { ...typed, licence: null }
}

/** What leaves the phone besides the licence: nothing that is empty. */
export function toOrganization(draft: OrganizationDraft): OrganizationInput {
  const code = rightForm(registerNumber, draft.registerNumber)
  const legalPerson = rightForm(personName, draft.legalPerson)
  const applicantName = rightForm(personName, draft.applicantName)
  return {
    name: rightForm(organizationName, draft.name),
    ...(code ? { registerNumber: code } : {}),
    ...(legalPerson ? { legalPerson } : {}),
    applicant: {
      ...(applicantName ? { name: applicantName } : {}),
      contact: { type: 'mobile', value: rightForm(mobile, draft.applicantMobile) },
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
    applicantEmail: rightForm(email, draft.applicantEmail),
  }
  const invitee = Object.fromEntries(Object.entries(typed).filter(([, value]) => value))
  return { subject: 'organization', invitee }
}
