import { CellGroup } from '../../../components/cell'
import { Field } from '../../../components/field'
import { t } from '../../../i18n'
import type { OrganizationDraft } from './draft'

interface FieldsProps {
  draft: OrganizationDraft
  vendor: string
  /** The error to show at a field, by the field's id. */
  errorAt: (field: string) => string | null
  onChange: (change: Partial<OrganizationDraft>) => void
}

/** The organization, as on its licence. */
export function OrganizationFields({ draft, vendor, errorAt, onChange }: FieldsProps) {
  return (
    <CellGroup title={t('organization.section.who')} note={t('organization.who.note', { vendor })}>
      <Field
        id="organization-name"
        label={t('organization.name')}
        value={draft.name}
        placeholder={t('organization.name.placeholder')}
        maxlength={100}
        error={errorAt('organization-name')}
        onInput={name => onChange({ name })}
      />
      <Field
        id="register-number"
        label={t('organization.registerNumber')}
        value={draft.registerNumber}
        placeholder={t('organization.registerNumber.placeholder')}
        maxlength={18}
        error={errorAt('register-number')}
        onInput={registerNumber => onChange({ registerNumber })}
      />
      <Field
        id="legal-person"
        label={t('organization.legalPerson')}
        value={draft.legalPerson}
        placeholder={t('organization.legalPerson.placeholder')}
        error={errorAt('legal-person')}
        onInput={legalPerson => onChange({ legalPerson })}
      />
    </CellGroup>
  )
}

/** Who acts for the organization. */
export function ApplicantFields({ draft, vendor, errorAt, onChange }: FieldsProps) {
  return (
    <CellGroup
      title={t('organization.section.applicant')}
      note={t('organization.applicant.note', { vendor })}
    >
      <Field
        id="applicant-name"
        label={t('organization.applicantName')}
        value={draft.applicantName}
        placeholder={t('organization.applicantName.placeholder')}
        error={errorAt('applicant-name')}
        onInput={applicantName => onChange({ applicantName })}
      />
      <Field
        id="applicant-mobile"
        label={t('organization.applicantMobile')}
        value={draft.applicantMobile}
        placeholder={t('form.contact.placeholder')}
        type="number"
        maxlength={11}
        error={errorAt('applicant-mobile')}
        onInput={applicantMobile => onChange({ applicantMobile })}
      />
    </CellGroup>
  )
}
