import type { StartForm } from '../start/use-start'
import { type OrganizationDraft, toOrganization } from './draft'
import { fieldError } from './fields'
import { uploads } from './licence/uploads'

/** What the start needs of an organization. The licence travels apart: it is uploaded once the consent is given. */
export function organizationForm(draft: OrganizationDraft): StartForm {
  const organization = toOrganization(draft)
  const { licence } = draft
  return {
    content: { subject: 'organization', organization },
    complete: async () => ({
      subject: 'organization',
      organization: licence ? { ...organization, licenceFileId: await uploads.of(licence) } : organization,
    }),
    errorAt: fieldError,
    onStarted: uploads.forget,
    // The server deletes a licence it could not read; other refusals leave the upload as it is.
    onRefused: ({ field }) => {
      if (field === 'licence') uploads.forget()
    },
    onDropped: uploads.discard,
  }
}
