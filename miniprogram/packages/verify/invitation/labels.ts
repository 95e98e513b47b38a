import type { InviteeField, Subject, VendorId } from '../../../cloud/types'
import { type Key, t } from '../../../i18n'
import { zh } from '../../../i18n/zh'

const labels: Readonly<Record<Subject, Partial<Record<InviteeField, Key>>>> = {
  person: { name: 'form.name', mobile: 'form.contact', idNumber: 'form.idNumber' },
  organization: {
    name: 'organization.name',
    registerNumber: 'organization.registerNumber',
    legalPerson: 'organization.legalPerson',
    applicantName: 'invitation.applicantName',
    applicantMobile: 'organization.contact',
  },
}

/** What a field of the invitee is called; null for one that only a newer version can name. */
export function labelOf(subject: Subject, field: InviteeField): string | null {
  const key = labels[subject][field]
  return key === undefined ? null : t(key)
}

/** `契约锁、腾讯电子签`: of those that this version can name. */
export function vendorsText(vendors: readonly VendorId[]): string {
  return vendors
    .filter(id => `vendor.${id}` in zh)
    .map(id => t(`vendor.${id}`))
    .join(t('common.and'))
}
