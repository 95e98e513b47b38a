import type { IdType, InviteeField } from '../../../cloud/types'
import { PickerField } from '../../../components/picker-field'
import { paperNumber, personName } from '../../../form/typed'
import { FormField } from '../start/form-field'
import type { GivenFields } from '../start/given'
import { startText } from '../start/texts'
import type { Guide } from '../start/use-guide'
import type { PersonDraft } from './draft'

interface IdFieldsProps {
  draft: PersonDraft
  idTypes: readonly IdType[]
  needed: readonly InviteeField[]
  given: GivenFields
  at: Guide['at']
  onChange: (change: Partial<PersonDraft>) => void
}

/** Name and document; out of sight while they are left to the vendor's page. */
export function IdFields({ draft, idTypes, needed, given, at, onChange }: IdFieldsProps) {
  if (draft.atVendor) return null
  const hint = (field: InviteeField, text: string) => (needed.includes(field) ? text : startText('optional'))
  const several = idTypes.length > 1
  return (
    <>
      <FormField
        id="name"
        given={given.name}
        label={startText('name')}
        value={draft.name}
        placeholder={hint('name', startText('name.placeholder'))}
        maxlength={personName.longest}
        {...at('name')}
        onInput={name => onChange({ name })}
      />
      {several && (
        <PickerField
          id="id-type"
          label={startText('idType')}
          options={idTypes.map(value => ({ value, title: startText(`idType.${value}`) }))}
          value={draft.idType}
          error={at('id-type').error}
          onChoose={idType => onChange({ idType })}
        />
      )}
      <FormField
        id="id-number"
        given={given.idNumber}
        label={startText('idNumber')}
        value={draft.idNumber}
        placeholder={hint(
          'idNumber',
          several
            ? startText('idNumber.placeholder')
            : startText('idNumber.placeholder.of', { idType: startText(`idType.${draft.idType}`) }),
        )}
        type={draft.idType === 'residentId' ? 'idcard' : 'text'}
        maxlength={paperNumber(draft.idType).longest}
        {...at('id-number')}
        onInput={idNumber => onChange({ idNumber })}
      />
    </>
  )
}
