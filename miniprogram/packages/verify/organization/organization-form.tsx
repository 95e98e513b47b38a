import type { VendorId } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { FormHead } from '../start/form-head'
import { stays, typedOnly, useGiven } from '../start/given'
import type { Invited } from '../start/invited'
import type { Origin } from '../start/origin'
import { missingFields, missingText } from '../start/required'
import { StartArea } from '../start/start-area'
import { startText } from '../start/texts'
import { useAgreement } from '../start/use-agreement'
import { useFieldErrors } from '../start/use-field-errors'
import { useOffered } from '../start/use-offered'
import { useStart } from '../start/use-start'
import { VendorChoice } from '../start/vendor-choice'
import { fitOrganization, type OrganizationDraft, organizationDraft } from './draft'
import { requirable } from './fields'
import { organizationForm } from './form'
import { ApplicantFields, OrganizationFields } from './form-fields'
import { LicenceField } from './licence/field'
import { uploads } from './licence/uploads'

interface OrganizationFormProps {
  origin: Origin
  offer: Invited['offer']
}

/** All that is filled in for an organization, and the start. */
export function OrganizationForm({ origin, offer }: OrganizationFormProps) {
  const { invitation, handover } = origin
  const terms = offer?.terms ?? null
  const [typed, change] = organizationDraft.useDraft(invitation)
  const given = useGiven(invitation, terms, emptied => edit(emptied))
  const { config, failure, reload, offers, offered, vendor, closed } = useOffered(
    'organization',
    terms,
    typed.vendor,
  )
  const limits = offered?.licence ?? null
  const draft = typedOnly(offered ? fitOrganization(typed, offered) : typed, given)
  const required = offered?.requires.organization ?? []
  const needed = required.filter(each => !stays(given[each]))
  const missing = missingFields(needed, requirable, draft)
  const needsName = !stays(given.name)
  const needsMobile = !(stays(given.applicantMobile) || stays(given.applicantEmail))
  const named = !(needsName && draft.name.trim() === '')
  const reachable = !(needsMobile && draft.applicantMobile.trim() === '')

  const start = useStart(organizationForm(draft, invitation), offered, config, handover)
  const agreement = useAgreement(offered?.id ?? null)
  // What was passed over is said once everything else seems done.
  const { errorAt, clear } = useFieldErrors(start, agreement.agreed ? missing : [])
  const edit = (part: Partial<OrganizationDraft>) => {
    clear()
    // Another file or none: what was uploaded of the one before is not wanted any more.
    if ('licence' in part) uploads.discard()
    change(part)
  }
  const choose = (chosen: VendorId) => {
    start.dismiss()
    // What was uploaded was meant for the other vendor.
    uploads.discard()
    change({ vendor: chosen })
  }
  const fields = { draft, vendor, given, errorAt, onChange: edit }

  return (
    <>
      <FormHead
        lead={
          offer
            ? startText('lead.invited', { controller: offer.controller, title: offer.title, vendor })
            : startText('organization.lead', { vendor })
        }
        failure={failure}
        reload={reload}
        closed={closed ? startText('organization.closed') : null}
      />
      <Apart>
        <VendorChoice offers={offers} chosen={offered} onChoose={choose} />
      </Apart>
      <OrganizationFields {...fields} required={required} />
      <ApplicantFields {...fields} />
      <Apart>
        {limits && (
          <LicenceField
            licence={draft.licence}
            limits={limits}
            vendor={vendor}
            error={errorAt('licence')}
            onChange={licence => edit({ licence })}
          />
        )}
      </Apart>
      <StartArea
        subject="organization"
        config={config}
        vendor={vendor}
        filled={offered !== null && missing.length === 0 && named && reachable}
        missing={missingText([
          ...(needsName ? (['organization.name'] as const) : []),
          ...needed.map(each => requirable[each].label),
          ...(needsMobile ? (['organization.contact'] as const) : []),
        ])}
        agreement={agreement}
        start={start}
        onConsentRefused={reload}
      />
    </>
  )
}
