import { Picker, Switch, View } from '@tarojs/components'
import type { VendorView } from '../../../cloud/types'
import { Cell, CellGroup } from '../../../components/cell'
import { Field } from '../../../components/field'
import { t } from '../../../i18n'
import type { PersonDraft } from './draft'

interface WhoFieldsProps {
  draft: PersonDraft
  offered: VendorView | null
  vendor: string
  /** The error to show at a field, by the field's id. */
  errorAt: (field: string) => string | null
  onChange: (change: Partial<PersonDraft>) => void
}

/** Name and document, or the decision to give them to the vendor only, where the vendor can do without. */
export function WhoFields({ draft, offered, vendor, errorAt, onChange }: WhoFieldsProps) {
  const idTypes = offered?.idTypes ?? [draft.idType]
  const onlyType = offered !== null && idTypes.length < 2
  const required = offered?.requires.person ?? []
  const needsName = required.includes('name')
  const needsNumber = required.includes('idNumber')
  const idNumberHint = onlyType
    ? t('form.idNumber.placeholder.of', { idType: t(`idType.${draft.idType}`) })
    : t('form.idNumber.placeholder')
  return (
    <>
      <CellGroup title={t('form.section.who')} hidden={required.length > 0}>
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
      <CellGroup
        id="who-fields"
        title={required.length > 0 ? t('form.section.who') : ''}
        hidden={draft.atVendor}
        note={t(needsName && needsNumber ? 'form.who.note.required' : 'form.who.note', { vendor })}
      >
        <Field
          id="name"
          label={t('form.name')}
          value={draft.name}
          placeholder={hint(needsName, t('form.name.placeholder'))}
          error={errorAt('name')}
          onInput={name => onChange({ name })}
        />
        {!onlyType && (
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
        )}
        <Field
          id="id-number"
          label={t('form.idNumber')}
          value={draft.idNumber}
          placeholder={hint(needsNumber, idNumberHint)}
          type={draft.idType === 'residentId' ? 'idcard' : 'text'}
          maxlength={32}
          error={errorAt('id-number') ?? errorAt('id-type')}
          onInput={idNumber => onChange({ idNumber })}
        />
      </CellGroup>
    </>
  )
}

function hint(required: boolean, text: string): string {
  return required ? t('form.required', { hint: text }) : text
}
