import type { VendorView } from '../../../cloud/types'
import { CellGroup } from '../../../components/cell'
import { email, mobile, organizationName, personName, registerNumber } from '../../../form/typed'
import { FormField } from '../start/form-field'
import type { GivenFields } from '../start/given'
import { PhoneFill } from '../start/phone-fill'
import { listOf } from '../start/required'
import { startText } from '../start/texts'
import type { OrganizationDraft } from './draft'
import { requirable } from './fields'

interface FieldsProps {
  draft: OrganizationDraft
  vendor: string
  /** What is filled in by whoever invited. */
  given: GivenFields
  /** The error to show at a field, by the field's id. */
  errorAt: (field: string) => string | null
  onChange: (change: Partial<OrganizationDraft>) => void
}

interface OrganizationFieldsProps extends FieldsProps {
  required: VendorView['requires']['organization']
}

/** The organization, as on its licence. */
export function OrganizationFields({
  draft,
  vendor,
  given,
  required,
  errorAt,
  onChange,
}: OrganizationFieldsProps) {
  const needs = (field: (typeof required)[number]) => (required.includes(field) ? '.required' : '')
  return (
    <CellGroup title={startText('organization.section.who')} note={noteOf(required, vendor)}>
      <FormField
        id="organization-name"
        given={given.name}
        label={startText('organization.name')}
        value={draft.name}
        placeholder={startText('organization.name.placeholder')}
        maxlength={organizationName.longest}
        error={errorAt('organization-name')}
        onInput={name => onChange({ name })}
      />
      <FormField
        id="register-number"
        given={given.registerNumber}
        label={startText('organization.registerNumber')}
        value={draft.registerNumber}
        placeholder={startText(`organization.registerNumber.placeholder${needs('registerNumber')}`)}
        maxlength={registerNumber.longest}
        error={errorAt('register-number')}
        onInput={typed => onChange({ registerNumber: typed })}
      />
      <FormField
        id="legal-person"
        given={given.legalPerson}
        label={startText('organization.legalPerson')}
        value={draft.legalPerson}
        placeholder={startText(`organization.legalPerson.placeholder${needs('legalPerson')}`)}
        maxlength={personName.longest}
        error={errorAt('legal-person')}
        onInput={legalPerson => onChange({ legalPerson })}
      />
    </CellGroup>
  )
}

function noteOf(required: OrganizationFieldsProps['required'], vendor: string): string {
  if (required.includes('registerNumber') && required.includes('legalPerson'))
    return startText('organization.who.note.all')
  if (required.length === 0) return startText('organization.who.note', { vendor })
  const labels = required.map(each => requirable[each].label)
  return startText('organization.who.note.some', { fields: listOf(['organization.name', ...labels]), vendor })
}

/** Who acts for the organization. */
export function ApplicantFields({ draft, vendor, given, errorAt, onChange }: FieldsProps) {
  return (
    <CellGroup
      title={startText('organization.section.applicant')}
      note={startText('organization.applicant.note', { vendor })}
    >
      <FormField
        id="applicant-name"
        given={given.applicantName}
        label={startText('organization.applicantName')}
        value={draft.applicantName}
        placeholder={startText('organization.applicantName.placeholder')}
        maxlength={personName.longest}
        error={errorAt('applicant-name')}
        onInput={applicantName => onChange({ applicantName })}
      />
      <FormField
        id="applicant-mobile"
        given={given.applicantMobile}
        label={startText('organization.applicantMobile')}
        value={draft.applicantMobile}
        placeholder={startText('contact.placeholder')}
        type="number"
        maxlength={mobile.longest}
        error={errorAt('applicant-mobile')}
        onInput={applicantMobile => onChange({ applicantMobile })}
      >
        <PhoneFill id="applicant-mobile-fill" onFill={applicantMobile => onChange({ applicantMobile })} />
      </FormField>
      {given.applicantEmail && (
        <FormField
          id="applicant-email"
          given={given.applicantEmail}
          label={startText('organization.email')}
          value={draft.applicantEmail}
          placeholder={startText('email.placeholder')}
          maxlength={email.longest}
          error={errorAt('applicant-email')}
          onInput={applicantEmail => onChange({ applicantEmail })}
        />
      )}
    </CellGroup>
  )
}
