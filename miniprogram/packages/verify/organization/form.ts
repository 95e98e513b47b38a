import { invitedStart, ownStart, type StartCall } from '../start/begin'
import type { FieldError } from '../start/field-error'
import type { StartForm } from '../start/use-start'
import { keptOrganization, type OrganizationDraft, toInvitedOrganization, toOrganization } from './draft'
import { fieldError } from './fields'
import { uploads } from './licence/uploads'

/** What the start needs of an organization. The licence travels apart: it is uploaded once the consent is given. */
export function organizationForm(
  draft: OrganizationDraft,
  faults: readonly FieldError[],
  invitation: string | null,
): StartForm {
  return {
    ...(invitation === null ? own(draft) : invited(draft, invitation)),
    errorAt: fieldError,
    faults,
    keptAs: keptOrganization,
    onStarted: uploads.forget,
    // The server deletes a licence it could not read; other refusals leave the upload as it is.
    onRefused: ({ field }) => {
      if (field === 'licence') uploads.forget()
    },
    onDropped: uploads.discard,
  }
}

function own(draft: OrganizationDraft): StartCall {
  const organization = toOrganization(draft)
  return ownStart({ subject: 'organization', organization }, async () => ({
    subject: 'organization',
    organization: { ...organization, ...(await uploaded(draft)) },
  }))
}

function invited(draft: OrganizationDraft, token: string): StartCall {
  const content = toInvitedOrganization(draft)
  return invitedStart(token, content, async () => ({ ...content, ...(await uploaded(draft)) }))
}

async function uploaded({ licence }: OrganizationDraft): Promise<{ licenceFileId?: string }> {
  return licence ? { licenceFileId: await uploads.of(licence) } : {}
}
