import { Picker, Switch, View } from '@tarojs/components'
import type { VendorView } from '../../../cloud/types'
import { Cell, CellGroup } from '../../../components/cell'
import { paperNumber, personName } from '../../../form/typed'
import { FormField } from '../start/form-field'
import type { GivenFields } from '../start/given'
import { formText } from '../start/texts'
import type { PersonDraft } from './draft'

interface WhoFieldsProps {
  draft: PersonDraft
  offered: VendorView | null
  vendor: string
  /** What is filled in by whoever invited. */
  given: GivenFields
  /** The error to show at a field, by the field's id. */
  errorAt: (field: string) => string | null
  onChange: (change: Partial<PersonDraft>) => void
}

/** Name and document, or the decision to give them to the vendor only, where the vendor can do without. */
export function WhoFields({ draft, offered, vendor, given, errorAt, onChange }: WhoFieldsProps) {
  const idTypes = offered?.idTypes ?? [draft.idType]
  const onlyType = offered !== null && idTypes.length < 2
  const required = offered?.requires.person ?? []
  const needsName = required.includes('name')
  const needsNumber = required.includes('idNumber')
  const chooses = required.length === 0 && !isGiven(given)
  const idNumberHint = onlyType
    ? formText('idNumber.placeholder.of', { idType: formText(`idType.${draft.idType}`) })
    : formText('idNumber.placeholder')
  return (
    <>
      <CellGroup title={formText('section.who')} hidden={!chooses}>
        <Cell title={formText('atVendor', { vendor })} note={formText('atVendor.note')}>
          <Switch
            id="at-vendor"
            color="#017a3b"
            checked={draft.atVendor}
            aria-label={formText('atVendor', { vendor })}
            onChange={event => onChange({ atVendor: event.detail.value })}
          />
        </Cell>
      </CellGroup>
      <CellGroup
        id="who-fields"
        title={chooses ? '' : formText('section.who')}
        hidden={draft.atVendor}
        note={formText(needsName && needsNumber ? 'who.note.required' : 'who.note', { vendor })}
      >
        <FormField
          id="name"
          given={given.name}
          label={formText('name')}
          value={draft.name}
          placeholder={hint(needsName, formText('name.placeholder'))}
          maxlength={personName.longest}
          error={errorAt('name')}
          onInput={name => onChange({ name })}
        />
        {!onlyType && (
          <Picker
            id="id-type"
            mode="selector"
            range={idTypes.map(each => formText(`idType.${each}`))}
            value={Math.max(0, idTypes.indexOf(draft.idType))}
            aria-label={formText('idType')}
            onChange={event => onChange({ idType: idTypes[Number(event.detail.value)] ?? draft.idType })}
          >
            <View id="field-id-type" className="c-cell p-person__picker">
              <View className="c-field__label">{formText('idType')}</View>
              <View className="p-person__picked">{formText(`idType.${draft.idType}`)}</View>
              <View className="c-cell__arrow" />
            </View>
          </Picker>
        )}
        <FormField
          id="id-number"
          given={given.idNumber}
          label={formText('idNumber')}
          value={draft.idNumber}
          placeholder={hint(needsNumber, idNumberHint)}
          type={draft.idType === 'residentId' ? 'idcard' : 'text'}
          maxlength={paperNumber(draft.idType).longest}
          error={errorAt('id-number') ?? errorAt('id-type')}
          onInput={idNumber => onChange({ idNumber })}
        />
      </CellGroup>
    </>
  )
}

/** Then they cannot be left to the vendor's page any more. */
export function isGiven({ name, idNumber }: GivenFields): boolean {
  return name !== undefined || idNumber !== undefined
}

function hint(required: boolean, text: string): string {
  return required ? formText('required', { hint: text }) : text
}
