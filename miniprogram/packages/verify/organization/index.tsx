import { View } from '@tarojs/components'
import type { VendorId } from '../../../cloud/types'
import { useConfig } from '../../../cloud/use-config'
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
import { fitOrganization, type OrganizationDraft, organizationDraft } from './draft'
import { requirable } from './fields'
import { organizationForm } from './form'
import { ApplicantFields, OrganizationFields } from './form-fields'
import { LicenceField } from './licence/field'
import { uploads } from './licence/uploads'

/** The form of an organization's verification. */
export default function OrganizationForm() {
  useTitle('organization.title')
  const { config, failure, reload } = useConfig()
  const [typed, change] = organizationDraft.useDraft()

  const offers = offersOf(config, 'organization')
  const offered = chosenOf(offers, typed.vendor)
  const vendor = t(`vendor.${offered?.id ?? 'qiyuesuo'}`)
  const limits = offered?.licence ?? null
  const draft = offered ? fitOrganization(typed, offered) : typed
  const required = offered?.requires.organization ?? []
  const missing = missingFields(required, requirable, draft)

  const start = useStart(organizationForm(draft), offered, config)
  const agreement = useAgreement(vendor)
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
  const named = draft.name.trim() !== '' && draft.applicantMobile.trim() !== ''

  return (
    <Layout>
      <FormHead
        lead={t('organization.lead', { vendor })}
        failure={failure}
        reload={reload}
        closed={config !== null && offered === null ? t('organization.closed') : null}
      />
      <View>
        <VendorChoice offers={offers} chosen={offered} onChoose={choose} />
      </View>
      <OrganizationFields
        draft={draft}
        vendor={vendor}
        required={required}
        errorAt={errorAt}
        onChange={edit}
      />
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
        filled={offered !== null && missing.length === 0 && named}
        missing={
          required.length === 0
            ? t('form.start.missing.organization')
            : t('form.start.missing', {
                fields: listOf([
                  'organization.name',
                  ...required.map(each => requirable[each].label),
                  'organization.contact',
                ]),
              })
        }
        agreement={agreement}
        start={start}
        onConsentRefused={reload}
      />
    </Layout>
  )
}
