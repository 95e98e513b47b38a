import type { Subject } from '../words'

/** What an operator may fill in for the invitee, by subject; the order is that of forms and spreadsheets. */
export const inviteeFields = {
  person: ['name', 'mobile', 'idNumber'],
  organization: ['name', 'registerNumber', 'legalPerson', 'applicantName', 'applicantMobile'],
} as const satisfies Record<Subject, readonly string[]>

export const allInviteeFields = [
  'name',
  'mobile',
  'idNumber',
  'registerNumber',
  'legalPerson',
  'applicantName',
  'applicantMobile',
] as const
export type InviteeField = (typeof allInviteeFields)[number]

/** Fields that are not filled in are absent. */
export type Invitee = Partial<Record<InviteeField, string>>
