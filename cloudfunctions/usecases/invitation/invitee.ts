import * as v from 'valibot'
import { ActionError } from '../../domain/errors'
import { maskContact, maskIdNumber, maskName, readResidentId } from '../../domain/identity'
import { allInviteeFields, formFields, type Invitee, type InviteeField } from '../../domain/invitation/fields'
import type { Invitation } from '../../domain/invitation/invitation'
import type { Contact } from '../../domain/verification'
import type { Subject } from '../../domain/words'
import type { Deps } from '../kit/deps'
import { openSealed } from '../kit/openSealed'

/** The fields that say something. `now`: ms since the epoch. Throws INVALID_INPUT for an id number that cannot be. */
export function checkedInvitee(
  invitee: Readonly<Record<string, string | undefined>>,
  subject: Subject,
  now: number,
): Invitee {
  const said = formFields[subject].flatMap(field => {
    const value = invitee[field]
    return value ? [[field, value] as const] : []
  })
  const fields: Invitee = Object.fromEntries(said)
  if (fields.idNumber === undefined) return fields
  const idNumber = readResidentId(fields.idNumber, now)
  if (!idNumber.ok) throw new ActionError('INVALID_INPUT', 'invitee.idNumber')
  return { ...fields, idNumber: idNumber.value }
}

/** A mobile number before an e-mail address; null: neither is known. */
export function contactOf(invitee: Invitee, subject: Subject): Contact | null {
  const isPerson = subject === 'person'
  const mobile = isPerson ? invitee.mobile : invitee.applicantMobile
  const email = isPerson ? invitee.email : invitee.applicantEmail
  if (mobile !== undefined) return { type: 'mobile', value: mobile }
  return email === undefined ? null : { type: 'email', value: email }
}

/** What stays readable in the list: an organization's name is public. */
export function readable(invitee: Invitee, subject: Subject) {
  const contact = contactOf(invitee, subject)
  const { name = '' } = invitee
  return {
    maskedName: subject === 'organization' || name === '' ? name : maskName(name),
    maskedContact: contact === null ? '' : maskContact(contact),
  }
}

const sealedInvitee = v.object(v.entriesFromList(allInviteeFields, v.exactOptional(v.string())))

/** What was filled in, in full; null once it was removed for good. Throws DATA_UNREADABLE. */
export function inviteeOf(
  deps: Pick<Deps, 'vault'>,
  { _id, sealed }: Pick<Invitation, '_id' | 'sealed'>,
): Invitee | null {
  return sealed === null
    ? null
    : openSealed(deps, sealedInvitee, sealed, { kind: 'invitationInvitee', id: _id })
}

const asMobile = (value: string) => maskContact({ type: 'mobile', value })
const asEmail = (value: string) => maskContact({ type: 'email', value })
const masks: Readonly<Record<InviteeField, (value: string, subject: Subject) => string>> = {
  name: (value, subject) => (subject === 'organization' ? value : maskName(value)),
  mobile: asMobile,
  idNumber: maskIdNumber,
  registerNumber: value => value,
  legalPerson: maskName,
  applicantName: maskName,
  applicantMobile: asMobile,
  email: asEmail,
  bankNumber: maskIdNumber,
  bankMobile: asMobile,
  applicantEmail: asEmail,
}

/** As it may be shown to whoever holds a code: never a whole number, nor a whole name of a person. */
export function filledIn(deps: Deps, invitation: Invitation) {
  const { subject, locked } = invitation
  const invitee = inviteeInPart(deps, invitation) ?? {}
  return formFields[subject].flatMap(field => {
    const text = invitee[field]
    return text === undefined ? [] : [{ field, text, locked: locked.includes(field) }]
  })
}

/** The same by field; null once it was removed for good. Throws DATA_UNREADABLE. */
export function inviteeInPart(
  deps: Pick<Deps, 'vault'>,
  invitation: Pick<Invitation, '_id' | 'sealed' | 'subject'>,
): Invitee | null {
  const invitee = inviteeOf(deps, invitation)
  return (
    invitee &&
    Object.fromEntries(
      allInviteeFields.flatMap(field => {
        const value = invitee[field]
        return value === undefined ? [] : [[field, masks[field](value, invitation.subject)]]
      }),
    )
  )
}
