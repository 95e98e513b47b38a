import type { VendorId } from '../../../cloud/types'
import { useKept } from '../../../form/use-kept'
import { homeText } from '../../../pages/home/texts'
import { faultsOf, tidied } from '../start/field-error'
import { FormGuide } from '../start/form-guide'
import { stays, typedOnly, useGiven } from '../start/given'
import type { Invited } from '../start/invited'
import type { Origin } from '../start/origin'
import { useGuide } from '../start/use-guide'
import { useOffered } from '../start/use-offered'
import { useStart } from '../start/use-start'
import { emptyPerson, fitPerson, keptPerson, type PersonDraft, personDraft } from './draft'
import { typedFields } from './fields'
import { personForm } from './form'
import { HowStep } from './how-step'
import { isGiven, WhoStep } from './who-step'

interface PersonFormProps {
  origin: Origin
  offer: Invited['offer']
}

/** All that a person fills in, and the start. */
export function PersonForm({ origin, offer }: PersonFormProps) {
  const { invitation, handover } = origin
  const terms = offer?.terms ?? null
  const [typed, change] = personDraft.useDraft(invitation)
  const keep = useKept(keptPerson, invitation, emptyPerson, typed, change)
  const given = useGiven(invitation, terms, emptied => edit(emptied))
  const { offers, ...settings } = useOffered('person', terms, typed.vendor)
  const { config, offered, vendor } = settings
  const fitted = offered ? fitPerson(typed, offered) : typed
  const draft = typedOnly({ ...fitted, atVendor: fitted.atVendor && !isGiven(given) }, given)
  const required = offered?.requires.person ?? []
  const reached = stays(given.mobile) || stays(given.email)
  const needed = [...required.filter(each => !stays(given[each])), ...(reached ? [] : (['mobile'] as const))]
  const fields = typedFields(draft, needed)
  const faults = faultsOf(fields)

  const start = useStart(personForm(draft, faults, invitation), offered, config, handover)
  const guide = useGuide({
    faults,
    start,
    howFields: ['mode'],
    onLeave: field => {
      const tidy = tidied(fields, field)
      if (tidy) change(tidy)
      keep()
    },
  })
  const edit = (part: Partial<PersonDraft>) => {
    guide.edited()
    change(part)
  }
  const choose = (chosen: VendorId) => {
    start.dismiss()
    change({ vendor: chosen })
  }

  return (
    <FormGuide
      subject="person"
      guide={guide}
      start={start}
      {...settings}
      closed={homeText('closed')}
      licence={false}
      who={
        <WhoStep
          draft={draft}
          offer={offer}
          offered={offered}
          needed={needed}
          given={given}
          at={guide.at}
          onChange={edit}
        />
      }
      how={
        <HowStep
          offers={offers}
          offered={offered}
          vendor={vendor}
          draft={draft}
          fixed={draft.mode === terms?.mode}
          error={guide.at('mode').error}
          onVendor={chosen => {
            choose(chosen)
            guide.nextWith()
          }}
          onMode={mode => edit({ mode })}
        />
      }
    />
  )
}
