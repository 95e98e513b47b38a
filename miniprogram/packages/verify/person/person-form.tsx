import { Apart } from '../../../components/apart'
import { CellGroup } from '../../../components/cell'
import { email, mobile } from '../../../form/typed'
import { homeText } from '../../../pages/home/texts'
import { FormField } from '../start/form-field'
import { FormHead } from '../start/form-head'
import { stays, typedOnly, useGiven } from '../start/given'
import type { Invited } from '../start/invited'
import type { Origin } from '../start/origin'
import { PhoneFill } from '../start/phone-fill'
import { missingFields, missingText } from '../start/required'
import { StartArea } from '../start/start-area'
import { startText } from '../start/texts'
import { useAgreement } from '../start/use-agreement'
import { useFieldErrors } from '../start/use-field-errors'
import { useOffered } from '../start/use-offered'
import { useStart } from '../start/use-start'
import { VendorChoice } from '../start/vendor-choice'
import { CardFields } from './card-fields'
import { fitPerson, type PersonDraft, personDraft } from './draft'
import { requirable } from './fields'
import { personForm } from './form'
import { ModeField } from './mode-field'
import { isGiven, WhoFields } from './who-fields'

interface PersonFormProps {
  origin: Origin
  offer: Invited['offer']
}

/** All that a person fills in, and the start. */
export function PersonForm({ origin, offer }: PersonFormProps) {
  const { invitation, handover } = origin
  const terms = offer?.terms ?? null
  const [typed, change] = personDraft.useDraft(invitation)
  const given = useGiven(invitation, terms, emptied => edit(emptied))
  const { config, failure, reload, offers, offered, vendor, closed } = useOffered(
    'person',
    terms,
    typed.vendor,
  )
  const fitted = offered ? fitPerson(typed, offered) : typed
  const draft = typedOnly({ ...fitted, atVendor: fitted.atVendor && !isGiven(given) }, given)
  const required = (offered?.requires.person ?? []).filter(each => !stays(given[each]))
  const missing = missingFields(required, requirable, draft)
  const needsMobile = !(stays(given.mobile) || stays(given.email))

  const start = useStart(personForm(draft, invitation), offered, config, handover)
  const agreement = useAgreement(offered?.id ?? null)
  // What was passed over is said once everything else seems done.
  const { errorAt, clear } = useFieldErrors(start, agreement.agreed ? missing : [])
  const edit = (part: Partial<PersonDraft>) => {
    clear()
    change(part)
  }

  return (
    <>
      <FormHead
        lead={
          offer
            ? startText('lead.invited', { controller: offer.controller, title: offer.title, vendor })
            : startText('lead', { vendor })
        }
        failure={failure}
        reload={reload}
        closed={closed ? homeText('closed') : null}
      />
      <Apart>
        <VendorChoice
          offers={offers}
          chosen={offered}
          onChoose={chosen => {
            start.dismiss()
            change({ vendor: chosen })
          }}
        />
      </Apart>
      <WhoFields
        draft={draft}
        offered={offered}
        vendor={vendor}
        given={given}
        errorAt={errorAt}
        onChange={edit}
      />
      <CellGroup note={startText('contact.note', { vendor })}>
        <FormField
          id="mobile"
          given={given.mobile}
          label={startText('contact')}
          value={draft.mobile}
          placeholder={startText('contact.placeholder')}
          type="number"
          maxlength={mobile.longest}
          error={errorAt('mobile')}
          onInput={typed => edit({ mobile: typed })}
        >
          <PhoneFill id="mobile-fill" onFill={known => edit({ mobile: known })} />
        </FormField>
        {given.email && (
          <FormField
            id="email"
            given={given.email}
            label={startText('email')}
            value={draft.email}
            placeholder={startText('email.placeholder')}
            maxlength={email.longest}
            error={errorAt('email')}
            onInput={typed => edit({ email: typed })}
          />
        )}
      </CellGroup>
      <Apart>
        {(given.bankNumber || given.bankMobile) && (
          <CardFields draft={draft} given={given} errorAt={errorAt} onChange={edit} />
        )}
      </Apart>
      <ModeField
        modes={offered?.personModes ?? []}
        mode={draft.mode}
        vendor={vendor}
        error={errorAt('mode')}
        fixed={draft.mode === terms?.mode}
        onChoose={mode => edit({ mode })}
      />
      <StartArea
        subject="person"
        config={config}
        vendor={vendor}
        filled={offered !== null && missing.length === 0 && !(needsMobile && draft.mobile.trim() === '')}
        missing={missingText([
          ...required.map(each => requirable[each].label),
          ...(needsMobile ? (['contact'] as const) : []),
        ])}
        agreement={agreement}
        start={start}
        onConsentRefused={reload}
      />
    </>
  )
}
