import { Picker, Switch, View } from '@tarojs/components'
import type { IdType } from '../../../cloud/types'
import { Cell, CellGroup } from '../../../components/cell'
import { Field } from '../../../components/field'
import { t } from '../../../i18n'
import type { PersonDraft } from './draft'

interface WhoFieldsProps {
  draft: PersonDraft
  idTypes: readonly IdType[]
  vendor: string
  /** The error to show at a field, by the field's id. */
  errorAt: (field: string) => string | null
  onChange: (change: Partial<PersonDraft>) => void
}

/** Name and document, or the decision to give them to the vendor only. */
export function WhoFields({ draft, idTypes, vendor, errorAt, onChange }: WhoFieldsProps) {
  return (
    <>
      <CellGroup title={t('form.section.who')}>
        <Cell title={t('form.atVendor', { vendor })} note={t('form.atVendor.note')}>
          <Switch
            id="at-vendor"
            color="#017a3b"
            checked={draft.atVendor}
            aria-label={t('form.atVendor', { vendor })}
            onChange={event => onChange({ atVendor: event.detail.value })}
          />
        </Cell>
      </CellGroup>
      <CellGroup id="who-fields" hidden={draft.atVendor} note={t('form.who.note', { vendor })}>
        <Field
          id="name"
          label={t('form.name')}
          value={draft.name}
          placeholder={t('form.name.placeholder')}
          error={errorAt('name')}
          onInput={name => onChange({ name })}
        />
        <Picker
          id="id-type"
          mode="selector"
          range={idTypes.map(each => t(`idType.${each}`))}
          value={Math.max(0, idTypes.indexOf(draft.idType))}
          aria-label={t('form.idType')}
          onChange={event => onChange({ idType: idTypes[Number(event.detail.value)] ?? draft.idType })}
        >
          <View id="field-id-type" className="c-cell p-person__picker">
            <View className="c-field__label">{t('form.idType')}</View>
            <View className="p-person__picked">{t(`idType.${draft.idType}`)}</View>
            <View className="c-cell__arrow" />
          </View>
        </Picker>
        <Field
          id="id-number"
          label={t('form.idNumber')}
          value={draft.idNumber}
          placeholder={t('form.idNumber.placeholder')}
          type={draft.idType === 'residentId' ? 'idcard' : 'text'}
          maxlength={32}
          error={errorAt('id-number') ?? errorAt('id-type')}
          onInput={idNumber => onChange({ idNumber })}
        />
      </CellGroup>
    </>
  )
}
