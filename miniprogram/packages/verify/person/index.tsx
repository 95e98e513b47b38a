import { useConfig } from '../../../cloud/use-config'
import { CellGroup } from '../../../components/cell'
import { Choice } from '../../../components/choice'
import { Field } from '../../../components/field'
import { Layout } from '../../../components/layout'
import { t } from '../../../i18n'
import { useTitle } from '../../../i18n/use-title'
import { FormHead } from '../start/form-head'
import { StartArea } from '../start/start-area'
import { useFieldErrors } from '../start/use-field-errors'
import { useStart } from '../start/use-start'
import { type PersonDraft, personDraft, toPerson } from './draft'
import { fieldError } from './fields'
import { WhoFields } from './who-fields'
import './index.css'

/** The form of a person's verification. */
export default function PersonForm() {
  useTitle('form.title')
  const { config, failure, reload } = useConfig()
  const [typed, change] = personDraft.useDraft()

  const offered = config?.vendors.find(each => each.subjects.includes('person')) ?? null
  const vendor = t(`vendor.${offered?.id ?? 'qiyuesuo'}`)
  const modes = offered?.personModes ?? []
  const idTypes = offered?.idTypes ?? [typed.idType]
  const draft = {
    ...typed,
    mode: modes.includes(typed.mode) ? typed.mode : (modes[0] ?? typed.mode),
    idType: idTypes.includes(typed.idType) ? typed.idType : (idTypes[0] ?? typed.idType),
  }

  const content = { subject: 'person', person: toPerson(draft) } as const
  const start = useStart({ content, complete: async () => content, errorAt: fieldError }, offered, config)
  const { errorAt, clear } = useFieldErrors(start)
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
      <WhoFields draft={draft} idTypes={idTypes} vendor={vendor} errorAt={errorAt} onChange={edit} />
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
      <CellGroup
        id="field-mode"
        title={t('form.section.mode')}
        note={errorAt('mode') ?? t('form.mode.note', { vendor })}
      >
        <Choice
          id="mode"
          value={draft.mode}
          options={modes.map(value => ({
            value,
            title: t(`mode.${value}`, { vendor }),
            note: t(`mode.${value}.note`),
          }))}
          onChoose={mode => edit({ mode })}
        />
      </CellGroup>
      <StartArea
        subject="person"
        config={config}
        vendor={vendor}
        filled={offered !== null && draft.mobile.trim() !== ''}
        start={start}
        onConsentRefused={reload}
      />
    </Layout>
  )
}
