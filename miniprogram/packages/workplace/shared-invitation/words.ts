import type { ActionFailureError } from '../../../cloud/call'
import type { InvitationState, InviteeField, PageField, Subject } from '../../../cloud/types'
import { failureText, type KeyOf } from '../../../i18n'
import { invitationText } from './texts'

/** In the order of filters and bars. */
export const invitationStates: readonly InvitationState[] = [
  'pending',
  'started',
  'verified',
  'finished',
  'expired',
  'revoked',
]
export const subjects: readonly Subject[] = ['person', 'organization']

/** What may be filled in beforehand, in the order of forms. */
export const fieldsOf: Readonly<Record<Subject, readonly InviteeField[]>> = {
  person: ['name', 'mobile', 'idNumber'],
  organization: ['name', 'registerNumber', 'legalPerson', 'applicantName', 'applicantMobile'],
}

/** The same for a single invitation: another contact, too. */
export const formFieldsOf: Readonly<Record<Subject, readonly InviteeField[]>> = {
  person: [...fieldsOf.person, 'email'],
  organization: [...fieldsOf.organization, 'applicantEmail'],
}
/** What only some vendors' pages can be told. */
export const cardFields: readonly ('bankNumber' | 'bankMobile')[] = ['bankNumber', 'bankMobile']

export function fieldLabel(field: InviteeField | PageField | 'bizId', subject: Subject): string {
  return invitationText(
    field === 'name' && subject === 'organization' ? 'field.name.organization' : `field.${field}`,
  )
}

type OwnError = Extract<KeyOf<typeof invitationText>, `error.${string}`>

/** Some codes mean something else here than on other pages. `button`: what was pressed. */
export function invitationFailureText(failure: ActionFailureError, button = ''): string {
  const key = `error.${failure.code}`
  return isOwn(key) ? invitationText(key, { button }) : failureText(failure)
}

function isOwn(key: string): key is OwnError {
  return invitationText.has(key)
}
