import type { ActionInput, InviteeField, Subject } from '../../../cloud/types'
import {
  bankNumber,
  businessNumber,
  email,
  type Kind,
  mobile,
  organizationName,
  paperNumber,
  personName,
  registerNumber,
  rightForm,
} from '../../../form/typed'
import { cardFields, fieldsOf, formFieldsOf } from '../shared-invitation/words'
import type { InviteDraft } from './draft'

export type CreateContent = WithoutKey<ActionInput<'invitation.create'>>
export type ImportContent = WithoutKey<ActionInput<'invitation.import'>>
type WithoutKey<T> = T extends unknown ? Omit<T, 'clientKey'> : never

/** Numbers are copied with spaces and hyphens in them. */
function compact(text: string): string {
  return text.replace(/[\s-]/g, '')
}

export function daysOf({ days, ownDays }: InviteDraft): number {
  return Number(days === 'own' ? compact(ownDays) : days)
}
export function mostOf({ uses, most }: InviteDraft): number {
  return uses === 'one' ? 1 : Number(compact(most))
}

/** As it is sent; '' when nothing was typed. */
function typedValue(draft: InviteDraft, field: InviteeField): string {
  return rightForm(kindOf(field, draft.subject), draft.fields[field])
}

export function kindOf(field: InviteeField, subject: Subject): Kind {
  switch (field) {
    case 'name':
      return subject === 'organization' ? organizationName : personName
    case 'legalPerson':
    case 'applicantName':
      return personName
    case 'mobile':
    case 'applicantMobile':
    case 'bankMobile':
      return mobile
    case 'email':
    case 'applicantEmail':
      return email
    case 'bankNumber':
      return bankNumber
    case 'idNumber':
      return paperNumber('residentId')
    case 'registerNumber':
      return registerNumber
  }
}

/** One invitation; what was left empty or belongs to the other subject is not sent. */
export function toCreate(draft: InviteDraft): CreateContent {
  const value = (field: InviteeField) => typedValue(draft, field)
  const common = {
    ...termsOf(draft),
    locked: formFieldsIn(draft).filter(field => draft.locked.includes(field) && value(field) !== ''),
    bizId: rightForm(businessNumber, draft.bizId),
    most: mostOf(draft),
  }
  if (draft.subject === 'person') {
    const ofCard = (field: InviteeField) => (draft.vendor === 'any' ? '' : value(field))
    const invitee = filled({
      name: value('name'),
      mobile: value('mobile'),
      idNumber: value('idNumber'),
      email: value('email'),
      bankNumber: ofCard('bankNumber'),
      bankMobile: ofCard('bankMobile'),
    })
    return { ...common, subject: 'person', invitee }
  }
  const invitee = filled({
    name: value('name'),
    registerNumber: value('registerNumber'),
    legalPerson: value('legalPerson'),
    applicantName: value('applicantName'),
    applicantMobile: value('applicantMobile'),
    applicantEmail: value('applicantEmail'),
  })
  return { ...common, subject: 'organization', invitee }
}

/** One invitation a line. `fileId`: of the uploaded spreadsheet, where that is the source. */
export function toImport(draft: InviteDraft, fileId: string | null): ImportContent {
  return {
    ...termsOf(draft),
    locked: lockedOf(draft),
    subject: draft.subject,
    source: fileId === null ? { kind: 'text', text: draft.text } : { kind: 'file', fileId },
  }
}

function termsOf(draft: InviteDraft) {
  const { title, note, vendor, mode, subject } = draft
  return {
    title: title.trim(),
    note: note.trim(),
    vendor: vendor === 'any' ? null : vendor,
    mode: subject === 'person' && vendor !== 'any' && mode !== 'open' ? mode : null,
    ...pageOf(draft),
    redirect: redirectOf(draft),
    days: daysOf(draft),
  }
}

/** Only of a vendor that was decided on: pages differ. */
function pageOf({ subject, vendor, mode, fallbackModes, editableFields }: InviteDraft) {
  if (vendor === 'any') return {}
  const others = subject === 'person' ? fallbackModes.filter(each => each !== mode) : []
  return {
    ...(others.length > 0 && { fallbackModes: others }),
    ...(editableFields.length > 0 && { editableFields: [...editableFields] }),
  }
}

/** What is filled in for one invitee, in the order of the form. */
export function formFieldsIn({
  subject,
  vendor,
}: Pick<InviteDraft, 'subject' | 'vendor'>): readonly InviteeField[] {
  return subject === 'person' && vendor !== 'any'
    ? [...formFieldsOf.person, ...cardFields]
    : formFieldsOf[subject]
}

function redirectOf({ redirect, appId, path, url }: InviteDraft): CreateContent['redirect'] {
  if (redirect === 'miniProgram') return { kind: 'miniProgram', appId: appId.trim(), path: path.trim() }
  return redirect === 'webUrl' ? { kind: 'webUrl', url: url.trim() } : null
}

/** Of this subject, in the order of its fields. */
function lockedOf({ subject, locked }: InviteDraft): InviteeField[] {
  return fieldsOf[subject].filter(field => locked.includes(field))
}

function filled<K extends string>(fields: Record<K, string>): Partial<Record<K, string>> {
  const rest: Partial<Record<K, string>> = { ...fields }
  for (const key in fields) if (fields[key] === '') delete rest[key]
  return rest
}
