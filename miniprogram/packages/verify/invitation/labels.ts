import type { InviteeField, Subject } from '../../../cloud/types'
import type { KeyOf } from '../../../i18n'
import { startText } from '../start/texts'

const labels: Readonly<Record<Subject, Partial<Record<InviteeField, KeyOf<typeof startText>>>>> = {
  person: {
    name: 'name',
    mobile: 'contact',
    idNumber: 'idNumber',
    email: 'email',
    bankNumber: 'bankNumber',
    bankMobile: 'bankMobile',
  },
  organization: {
    name: 'organization.name',
    registerNumber: 'organization.registerNumber',
    legalPerson: 'organization.legalPerson',
    applicantName: 'organization.applicant',
    applicantMobile: 'organization.contact',
    applicantEmail: 'organization.email',
  },
}

/** What a field of the invitee is called; null for one that only a newer version can name. */
export function labelOf(subject: Subject, field: InviteeField): string | null {
  const key = labels[subject][field]
  return key === undefined ? null : startText(key)
}
