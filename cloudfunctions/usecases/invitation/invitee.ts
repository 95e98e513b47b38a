import * as v from 'valibot'
import { ActionError } from '../../domain/errors'
import { maskContact, maskIdNumber, maskName, readResidentId } from '../../domain/identity'
import {
  allInviteeFields,
  type Invitee,
  type InviteeField,
  inviteeFields,
} from '../../domain/invitation/fields'
import type { Invitation } from '../../domain/invitation/invitation'
import type { Subject } from '../../domain/words'
import type { Deps } from '../kit/deps'
import { openSealed } from '../kit/openSealed'

/** The fields that say something. `now`: ms since the epoch. Throws INVALID_INPUT for an id number that cannot be. */
export function checkedInvitee(
  invitee: Readonly<Record<string, string | undefined>>,
  subject: Subject,
  now: number,
): Invitee {
  const said = inviteeFields[subject].flatMap(field => {
    const value = invitee[field]
    return value === undefined || value === '' ? [] : [[field, value] as const]
  })
  const fields: Invitee = Object.fromEntries(said)
  if (fields.idNumber === undefined) return fields
  const idNumber = readResidentId(fields.idNumber, now)
  if (!idNumber.ok) throw new ActionError('INVALID_INPUT', 'invitee.idNumber')
  return { ...fields, idNumber: idNumber.value }
}

/** What stays readable in the list: an organization's name is public. */
export function readable(invitee: Invitee, subject: Subject) {
  const mobile = subject === 'person' ? invitee.mobile : invitee.applicantMobile
  const { name = '' } = invitee
  return {
    maskedName: subject === 'organization' || name === '' ? name : maskName(name),
    maskedContact: mobile === undefined ? '' : maskContact({ type: 'mobile', value: mobile }),
  }
}

const sealedInvitee = v.object(v.entriesFromList(allInviteeFields, v.exactOptional(v.string())))

/** What was filled in, in full; null once it was removed for good. Throws DATA_UNREADABLE. */
export function inviteeOf(
  deps: Pick<Deps, 'vault'>,
  { _id, sealed }: Pick<Invitation, '_id' | 'sealed'>,
): Invitee | null {
  return sealed === null ? null : openSealed(deps, sealedInvitee, sealed, _id)
}

const masks: Readonly<Record<InviteeField, (value: string, subject: Subject) => string>> = {
  name: (value, subject) => (subject === 'organization' ? value : maskName(value)),
  mobile: value => maskContact({ type: 'mobile', value }),
  idNumber: maskIdNumber,
  registerNumber: value => value,
  legalPerson: maskName,
  applicantName: maskName,
  applicantMobile: value => maskContact({ type: 'mobile', value }),
}

/** As it may be shown to whoever holds a code: never a whole number, nor a whole name of a person. */
export function filledIn(deps: Deps, invitation: Invitation) {
  const { subject, locked } = invitation
  const invitee = inviteeOf(deps, invitation) ?? {}
  return inviteeFields[subject].flatMap(field => {
    const value = invitee[field]
    if (value === undefined) return []
    return [{ field, text: masks[field](value, subject), locked: locked.includes(field) }]
  })
}
