import { View } from '@tarojs/components'
import type { InviteeField } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { CellGroup } from '../../../components/cell'
import { email, mobile, organizationName, personName, registerNumber } from '../../../form/typed'
import { FormField } from '../start/form-field'
import type { GivenFields } from '../start/given'
import type { Invited } from '../start/invited'
import { PhoneFill } from '../start/phone-fill'
import { startText } from '../start/texts'
import type { Guide } from '../start/use-guide'
import type { OrganizationDraft } from './draft'

interface FieldsProps {
  draft: OrganizationDraft
  /** What cannot be left empty. */
  needed: readonly InviteeField[]
  /** What is filled in by whoever invited. */
  given: GivenFields
  at: Guide['at']
  onChange: (change: Partial<OrganizationDraft>) => void
}

/** The organization and who acts for it. */
export function WhoStep({ offer, ...fields }: FieldsProps & { offer: Invited['offer'] }) {
  return (
    <Apart>
      <View className="p-form__lead">
        {offer
          ? startText('lead.invited', { controller: offer.controller, title: offer.title })
          : startText('organization.lead')}
      </View>
      <OrganizationFields {...fields} />
      <ApplicantFields {...fields} />
    </Apart>
  )
}

/** As on its licence. */
function OrganizationFields({ draft, needed, given, at, onChange }: FieldsProps) {
  const hint = (field: InviteeField, text: string) => (needed.includes(field) ? text : startText('optional'))
  return (
    <CellGroup title={startText('organization.section.who')}>
      <FormField
        id="organization-name"
        given={given.name}
        label={startText('organization.name')}
        value={draft.name}
        placeholder={startText('organization.name.placeholder')}
        maxlength={organizationName.longest}
        {...at('organization-name')}
        onInput={name => onChange({ name })}
      />
      <FormField
        id="register-number"
        given={given.registerNumber}
        label={startText('organization.registerNumber')}
        value={draft.registerNumber}
        placeholder={hint('registerNumber', startText('organization.registerNumber.placeholder'))}
        maxlength={registerNumber.longest}
        {...at('register-number')}
        onInput={typed => onChange({ registerNumber: typed })}
      />
      <FormField
        id="legal-person"
        given={given.legalPerson}
        label={startText('organization.legalPerson')}
        value={draft.legalPerson}
        placeholder={hint('legalPerson', startText('organization.legalPerson.placeholder'))}
        maxlength={personName.longest}
        {...at('legal-person')}
        onInput={legalPerson => onChange({ legalPerson })}
      />
    </CellGroup>
  )
}

function ApplicantFields({ draft, given, at, onChange }: FieldsProps) {
  return (
    <CellGroup
      title={startText('organization.section.applicant')}
      note={startText('organization.applicant.note')}
    >
      <FormField
        id="applicant-name"
        given={given.applicantName}
        label={startText('organization.applicantName')}
        value={draft.applicantName}
        placeholder={startText('optional')}
        maxlength={personName.longest}
        {...at('applicant-name')}
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
        {...at('applicant-mobile')}
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
          {...at('applicant-email')}
          onInput={applicantEmail => onChange({ applicantEmail })}
        />
      )}
    </CellGroup>
  )
}
