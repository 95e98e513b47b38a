import { View } from '@tarojs/components'
import { useConfig } from '../../../cloud/use-config'
import { CellGroup } from '../../../components/cell'
import { Field } from '../../../components/field'
import { Layout } from '../../../components/layout'
import { t } from '../../../i18n'
import { useTitle } from '../../../i18n/use-title'
import { FormHead } from '../start/form-head'
import { chosenOf, offersOf } from '../start/offers'
import { listOf, missingFields } from '../start/required'
import { StartArea } from '../start/start-area'
import { useAgreement } from '../start/use-agreement'
import { useFieldErrors } from '../start/use-field-errors'
import { useStart } from '../start/use-start'
import { VendorChoice } from '../start/vendor-choice'
import { fitPerson, type PersonDraft, personDraft, toPerson } from './draft'
import { fieldError, requirable } from './fields'
import { ModeField } from './mode-field'
import { WhoFields } from './who-fields'
import './index.css'

/** The form of a person's verification. */
export default function PersonForm() {
  useTitle('form.title')
  const { config, failure, reload } = useConfig()
  const [typed, change] = personDraft.useDraft()

  const offers = offersOf(config, 'person')
  const offered = chosenOf(offers, typed.vendor)
  const vendor = t(`vendor.${offered?.id ?? 'qiyuesuo'}`)
  const draft = offered ? fitPerson(typed, offered) : typed
  const required = offered?.requires.person ?? []
  const missing = missingFields(required, requirable, draft)

  const content = { subject: 'person', person: toPerson(draft) } as const
  const start = useStart({ content, complete: async () => content, errorAt: fieldError }, offered, config)
  const agreement = useAgreement(vendor)
  // What was passed over is said once everything else seems done.
  const { errorAt, clear } = useFieldErrors(start, agreement.agreed ? missing : [])
  const edit = (part: Partial<PersonDraft>) => {
    clear()
    change(part)
  }

  return (
    <Layout>
      <FormHead
        lead={t('form.lead', { vendor })}
        failure={failure}
        reload={reload}
        closed={config !== null && offered === null ? t('home.closed') : null}
      />
      <View>
        <VendorChoice
          offers={offers}
          chosen={offered}
          onChoose={chosen => {
            start.dismiss()
            change({ vendor: chosen })
          }}
        />
      </View>
      <WhoFields draft={draft} offered={offered} vendor={vendor} errorAt={errorAt} onChange={edit} />
      <CellGroup note={t('form.contact.note', { vendor })}>
        <Field
          id="mobile"
          label={t('form.contact')}
          value={draft.mobile}
          placeholder={t('form.contact.placeholder')}
          type="number"
          maxlength={11}
          error={errorAt('mobile')}
          onInput={mobile => edit({ mobile })}
        />
      </CellGroup>
      <ModeField
        modes={offered?.personModes ?? []}
        mode={draft.mode}
        vendor={vendor}
        error={errorAt('mode')}
        onChoose={mode => edit({ mode })}
      />
      <StartArea
        subject="person"
        config={config}
        vendor={vendor}
        filled={offered !== null && missing.length === 0 && draft.mobile.trim() !== ''}
        missing={
          required.length === 0
            ? t('form.start.missing.person')
            : t('form.start.missing', {
                fields: listOf([...required.map(each => requirable[each].label), 'form.contact']),
              })
        }
        agreement={agreement}
        start={start}
        onConsentRefused={reload}
      />
    </Layout>
  )
}
