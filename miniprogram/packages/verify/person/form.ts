import { invitedStart, ownStart } from '../start/begin'
import type { FieldError } from '../start/field-error'
import type { StartForm } from '../start/use-start'
import { keptPerson, type PersonDraft, toInvitedPerson, toPerson } from './draft'
import { fieldError } from './fields'

/** What the start needs of a person, who may answer an invitation. */
export function personForm(
  draft: PersonDraft,
  faults: readonly FieldError[],
  invitation: string | null,
): StartForm {
  const call =
    invitation === null
      ? ownStart({ subject: 'person', person: toPerson(draft) })
      : invitedStart(invitation, toInvitedPerson(draft))
  return { ...call, errorAt: fieldError, faults, keptAs: keptPerson }
}
