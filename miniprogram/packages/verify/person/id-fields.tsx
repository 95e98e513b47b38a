import { Picker, View } from '@tarojs/components'
import type { IdType, InviteeField } from '../../../cloud/types'
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
  const hint = (field: InviteeField, text: string) =>
    needed.includes(field) ? text : startText('optional', { hint: text })
  const several = idTypes.length > 1
  const typeError = at('id-type').error
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
        placeholder={hint(
          'idNumber',
          several
            ? startText('idNumber.placeholder')
            : startText('idNumber.placeholder.of', { idType: startText(`idType.${draft.idType}`) }),
        )}
        type={draft.idType === 'residentId' ? 'idcard' : 'text'}
        maxlength={paperNumber(draft.idType).longest}
        {...at('id-number')}
        error={at('id-number').error ?? typeError}
        onInput={idNumber => onChange({ idNumber })}
      />
    </>
  )
}
