import { Field } from '../../../components/field'
import { PickerField } from '../../../components/picker-field'
import { mobile, paperNumber, personName } from '../../../form/typed'
import { operatorText } from '../../../operator/texts'
import {
  type AdministratorDraft,
  type AdministratorFault,
  type AdministratorField,
  adminIdTypes,
} from './administrator'
import { batchText } from './texts'

interface AdministratorFieldsProps {
  draft: AdministratorDraft
  fault: AdministratorFault | null
  onChange: (change: Partial<AdministratorDraft>) => void
}

/** Who is to act for organizations. Ids: `admin-name`, `admin-mobile`, `admin-id-type`, `admin-id-number`. */
export function AdministratorFields({ draft, fault, onChange }: AdministratorFieldsProps) {
  const errorAt = (field: AdministratorField) => (fault?.field === field ? faultText(fault) : null)
  return (
    <>
      <Field
        id="admin-name"
        label={batchText('column.adminName')}
        value={draft.name}
        placeholder={batchText('admin.name.placeholder')}
        maxlength={personName.longest}
        error={errorAt('name')}
        onInput={name => onChange({ name })}
      />
      <Field
        id="admin-mobile"
        label={batchText('column.adminMobile')}
        value={draft.mobile}
        placeholder={batchText('admin.mobile.placeholder')}
        type="number"
        maxlength={mobile.longest}
        error={errorAt('mobile')}
        onInput={typed => onChange({ mobile: typed })}
      />
      <PickerField
        id="admin-id-type"
        label={batchText('column.adminIdType')}
        options={adminIdTypes.map(value => ({ value, title: batchText(`idType.${value}`) }))}
        value={draft.idType}
        onChoose={idType => onChange({ idType })}
      />
      <Field
        id="admin-id-number"
        label={batchText('column.adminIdNumber')}
        value={draft.idNumber}
        placeholder={batchText('admin.idNumber.placeholder')}
        type={draft.idType === 'residentId' ? 'idcard' : 'text'}
        maxlength={paperNumber(draft.idType).longest}
        error={errorAt('idNumber')}
        onInput={idNumber => onChange({ idNumber })}
      />
    </>
  )
}

/** What is said at a field that cannot be sent as it is. */
export function faultText({ field, suggestion }: AdministratorFault): string {
  return suggestion === null ? batchText(`admin.${field}.error`) : operatorText('unclear', { suggestion })
}
