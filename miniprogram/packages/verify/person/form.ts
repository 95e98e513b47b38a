import { invitedStart, ownStart } from '../start/begin'
import type { StartForm } from '../start/use-start'
import { type PersonDraft, toInvitedPerson, toPerson } from './draft'
import { fieldError, wrongField } from './fields'

/** What the start needs of a person, who may answer an invitation. */
export function personForm(draft: PersonDraft, invitation: string | null): StartForm {
  const call =
    invitation === null
      ? ownStart({ subject: 'person', person: toPerson(draft) })
      : invitedStart(invitation, toInvitedPerson(draft))
  return { ...call, errorAt: fieldError, wrong: wrongField(draft) }
}
