import type { VendorId } from '../../../cloud/types'
import { useKept } from '../../../form/use-kept'
import { faultsOf, tidied } from '../start/field-error'
import { FormGuide } from '../start/form-guide'
import { stays, typedOnly, useGiven } from '../start/given'
import type { Invited } from '../start/invited'
import type { Origin } from '../start/origin'
import { startText } from '../start/texts'
import { useGuide } from '../start/use-guide'
import { useOffered } from '../start/use-offered'
import { useStart } from '../start/use-start'
import { VendorLine } from '../start/vendor-line'
import {
  emptyOrganization,
  fitOrganization,
  keptOrganization,
  type OrganizationDraft,
  organizationDraft,
} from './draft'
import { typedFields } from './fields'
import { organizationForm } from './form'
import { LicenceField } from './licence/field'
import { uploads } from './licence/uploads'
import { WhoStep } from './who-step'

interface OrganizationFormProps {
  origin: Origin
  offer: Invited['offer']
}

/** All that is filled in for an organization, and the start. */
export function OrganizationForm({ origin, offer }: OrganizationFormProps) {
  const { invitation, handover } = origin
  const terms = offer?.terms ?? null
  const [typed, change] = organizationDraft.useDraft(invitation)
  const keep = useKept(keptOrganization, invitation, emptyOrganization, typed, change)
  const given = useGiven(invitation, terms, emptied => edit(emptied))
  const { offers, ...settings } = useOffered('organization', terms, typed.vendor)
  const { config, offered, vendor } = settings
  const limits = offered?.licence ?? null
  const draft = typedOnly(offered ? fitOrganization(typed, offered) : typed, given)
  const reached = stays(given.applicantMobile) || stays(given.applicantEmail)
  const needed = [
    ...(['name', ...(offered?.requires.organization ?? [])] as const).filter(each => !stays(given[each])),
    ...(reached ? [] : (['applicantMobile'] as const)),
  ]
  const fields = typedFields(draft, needed)
  const faults = faultsOf(fields)

  const start = useStart(organizationForm(draft, faults, invitation), offered, config, handover)
  const guide = useGuide({
    faults,
    start,
    howFields: ['licence'],
    onLeave: field => {
      const tidy = tidied(fields, field)
      if (tidy) change(tidy)
      keep()
    },
  })
  const edit = (part: Partial<OrganizationDraft>) => {
    guide.edited()
    // Another file or none: what was uploaded of the one before is not wanted any more.
    if ('licence' in part) uploads.discard()
    change(part)
  }
  const choose = (chosen: VendorId) => {
    start.dismiss()
    // What was uploaded was meant for the other vendor.
    uploads.discard()
    change({ vendor: chosen })
    // One that takes a licence has something more to ask here.
    if (!offers.find(({ id }) => id === chosen)?.licence) guide.nextWith()
  }

  return (
    <FormGuide
      subject="organization"
      guide={guide}
      start={start}
      {...settings}
      closed={startText('organization.closed')}
      licence={draft.licence !== null}
      who={
        <WhoStep draft={draft} offer={offer} needed={needed} given={given} at={guide.at} onChange={edit} />
      }
      how={
        offered && (
          <VendorLine offers={offers} chosen={offered} onChoose={choose}>
            {limits && (
              <LicenceField
                licence={draft.licence}
                limits={limits}
                vendor={vendor}
                error={guide.at('licence').error}
                onChange={licence => edit({ licence })}
              />
            )}
          </VendorLine>
        )
      }
    />
  )
}
