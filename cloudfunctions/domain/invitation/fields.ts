import type { Subject } from '../words'

/** What a spreadsheet says of invitees, by subject; the order is that of its columns and of forms. */
export const inviteeFields = {
  person: ['name', 'mobile', 'idNumber'],
  organization: ['name', 'registerNumber', 'legalPerson', 'applicantName', 'applicantMobile'],
} as const satisfies Record<Subject, readonly string[]>

/** What an operator may fill in for one invitee: besides, another contact and what the vendor's page asks of a card. */
export const formFields = {
  person: [...inviteeFields.person, 'email', 'bankNumber', 'bankMobile'],
  organization: [...inviteeFields.organization, 'applicantEmail'],
} as const satisfies Record<Subject, readonly string[]>

export const allInviteeFields = [
  'name',
  'mobile',
  'idNumber',
  'registerNumber',
  'legalPerson',
  'applicantName',
  'applicantMobile',
  'email',
  'bankNumber',
  'bankMobile',
  'applicantEmail',
] as const
export type InviteeField = (typeof allInviteeFields)[number]

/** Fields that are not filled in are absent. */
export type Invitee = Partial<Record<InviteeField, string>>
