import { View } from '@tarojs/components'
import { useConfig } from '../../../cloud/use-config'
import { Layout } from '../../../components/layout'
import { t } from '../../../i18n'
import { useTitle } from '../../../i18n/use-title'
import { FormHead } from '../start/form-head'
import { StartArea } from '../start/start-area'
import { useFieldErrors } from '../start/use-field-errors'
import { useStart } from '../start/use-start'
import { type OrganizationDraft, organizationDraft } from './draft'
import { organizationForm } from './form'
import { ApplicantFields, OrganizationFields } from './form-fields'
import { LicenceField } from './licence/field'
import { uploads } from './licence/uploads'

/** The form of an organization's verification. */
export default function OrganizationForm() {
  useTitle('organization.title')
  const { config, failure, reload } = useConfig()
  const [typed, change] = organizationDraft.useDraft()

  const offered = config?.vendors.find(each => each.subjects.includes('organization')) ?? null
  const vendor = t(`vendor.${offered?.id ?? 'qiyuesuo'}`)
  const limits = offered?.licence ?? null
  const draft = limits ? typed : { ...typed, licence: null }

  const start = useStart(organizationForm(draft), offered, config)
  const { errorAt, clear } = useFieldErrors(start)
  const edit = (part: Partial<OrganizationDraft>) => {
    clear()
    // Another file or none: what was uploaded of the one before is not wanted any more.
    if ('licence' in part) uploads.discard()
    change(part)
  }
  const filled = offered !== null && draft.name.trim() !== '' && draft.applicantMobile.trim() !== ''

  return (
    <Layout>
      <FormHead
        lead={t('organization.lead', { vendor })}
        failure={failure}
        reload={reload}
        closed={config !== null && offered === null ? t('organization.closed') : null}
      />
      <OrganizationFields draft={draft} vendor={vendor} errorAt={errorAt} onChange={edit} />
      <ApplicantFields draft={draft} vendor={vendor} errorAt={errorAt} onChange={edit} />
      <View>
        {limits && (
          <LicenceField
            licence={draft.licence}
            limits={limits}
            vendor={vendor}
            error={errorAt('licence')}
            onChange={licence => edit({ licence })}
          />
        )}
      </View>
      <StartArea
        subject="organization"
        config={config}
        vendor={vendor}
        filled={filled}
        start={start}
        onConsentRefused={reload}
      />
    </Layout>
  )
}
