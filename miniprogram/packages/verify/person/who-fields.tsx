import { Picker, Switch, View } from '@tarojs/components'
import type { VendorView } from '../../../cloud/types'
import { Cell, CellGroup } from '../../../components/cell'
import { paperNumber, personName } from '../../../form/typed'
import { FormField } from '../start/form-field'
import type { GivenFields } from '../start/given'
import { startText } from '../start/texts'
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
    ? startText('idNumber.placeholder.of', { idType: startText(`idType.${draft.idType}`) })
    : startText('idNumber.placeholder')
  return (
    <>
      <CellGroup title={startText('section.who')} hidden={!chooses}>
        <Cell title={startText('atVendor', { vendor })} note={startText('atVendor.note')}>
          <Switch
            id="at-vendor"
            color="#017a3b"
            checked={draft.atVendor}
            aria-label={startText('atVendor', { vendor })}
            onChange={event => onChange({ atVendor: event.detail.value })}
          />
        </Cell>
      </CellGroup>
      <CellGroup
        id="who-fields"
        title={chooses ? '' : startText('section.who')}
        hidden={draft.atVendor}
        note={startText(needsName && needsNumber ? 'who.note.required' : 'who.note', { vendor })}
      >
        <FormField
          id="name"
          given={given.name}
          label={startText('name')}
          value={draft.name}
          placeholder={hint(needsName, startText('name.placeholder'))}
          maxlength={personName.longest}
          error={errorAt('name')}
          onInput={name => onChange({ name })}
        />
        {!onlyType && (
          <Picker
            id="id-type"
            mode="selector"
            range={idTypes.map(each => startText(`idType.${each}`))}
            value={Math.max(0, idTypes.indexOf(draft.idType))}
            aria-label={startText('idType')}
            onChange={event => onChange({ idType: idTypes[Number(event.detail.value)] ?? draft.idType })}
          >
            <View id="field-id-type" className="c-cell p-person__picker">
              <View className="c-field__label">{startText('idType')}</View>
              <View className="p-person__picked">{startText(`idType.${draft.idType}`)}</View>
              <View className="c-cell__arrow" />
            </View>
          </Picker>
        )}
        <FormField
          id="id-number"
          given={given.idNumber}
          label={startText('idNumber')}
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
  return required ? startText('required', { hint: text }) : text
}
