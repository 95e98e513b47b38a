import type { VendorView } from '../../../cloud/types'
import { CellGroup } from '../../../components/cell'
import { mobile, organizationName, personName, registerNumber } from '../../../form/typed'
import { FormField } from '../start/form-field'
import type { GivenFields } from '../start/given'
import { PhoneFill } from '../start/phone-fill'
import { listOf } from '../start/required'
import { formText } from '../start/texts'
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
    <CellGroup title={formText('organization.section.who')} note={noteOf(required, vendor)}>
      <FormField
        id="organization-name"
        given={given.name}
        label={formText('organization.name')}
        value={draft.name}
        placeholder={formText('organization.name.placeholder')}
        maxlength={organizationName.longest}
        error={errorAt('organization-name')}
        onInput={name => onChange({ name })}
      />
      <FormField
        id="register-number"
        given={given.registerNumber}
        label={formText('organization.registerNumber')}
        value={draft.registerNumber}
        placeholder={formText(`organization.registerNumber.placeholder${needs('registerNumber')}`)}
        maxlength={registerNumber.longest}
        error={errorAt('register-number')}
        onInput={typed => onChange({ registerNumber: typed })}
      />
      <FormField
        id="legal-person"
        given={given.legalPerson}
        label={formText('organization.legalPerson')}
        value={draft.legalPerson}
        placeholder={formText(`organization.legalPerson.placeholder${needs('legalPerson')}`)}
        maxlength={personName.longest}
        error={errorAt('legal-person')}
        onInput={legalPerson => onChange({ legalPerson })}
      />
    </CellGroup>
  )
}

function noteOf(required: OrganizationFieldsProps['required'], vendor: string): string {
  if (required.includes('registerNumber') && required.includes('legalPerson'))
    return formText('organization.who.note.all')
  if (required.length === 0) return formText('organization.who.note', { vendor })
  const labels = required.map(each => requirable[each].label)
  return formText('organization.who.note.some', { fields: listOf(['organization.name', ...labels]), vendor })
}

/** Who acts for the organization. */
export function ApplicantFields({ draft, vendor, given, errorAt, onChange }: FieldsProps) {
  return (
    <CellGroup
      title={formText('organization.section.applicant')}
      note={formText('organization.applicant.note', { vendor })}
    >
      <FormField
        id="applicant-name"
        given={given.applicantName}
        label={formText('organization.applicantName')}
        value={draft.applicantName}
        placeholder={formText('organization.applicantName.placeholder')}
        maxlength={personName.longest}
        error={errorAt('applicant-name')}
        onInput={applicantName => onChange({ applicantName })}
      />
      <FormField
        id="applicant-mobile"
        given={given.applicantMobile}
        label={formText('organization.applicantMobile')}
        value={draft.applicantMobile}
        placeholder={formText('contact.placeholder')}
        type="number"
        maxlength={mobile.longest}
        error={errorAt('applicant-mobile')}
        onInput={applicantMobile => onChange({ applicantMobile })}
      >
        <PhoneFill id="applicant-mobile-fill" onFill={applicantMobile => onChange({ applicantMobile })} />
      </FormField>
    </CellGroup>
  )
}
