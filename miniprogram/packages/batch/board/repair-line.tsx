import { Input, type InputProps, View } from '@tarojs/components'
import { classes } from '../../../components/classes'
import '../../../components/field/index.css'

interface RepairLineProps {
  id: string
  label: string
  value: string
  placeholder: string
  type?: InputProps['type']
  maxlength: number
  error: string
  onInput: (value: string) => void
}

/** A `Field` with fewer boxes: this deep in a dialog Taro would put its own component around what lies below. */
export function RepairLine({
  id,
  label,
  value,
  placeholder,
  type = 'text',
  maxlength,
  error,
  onInput,
}: RepairLineProps) {
  return (
    <>
      <View
        id={`field-${id}`}
        className={classes('c-cell p-repair__line', { 'c-field--wrong': error !== '' })}
      >
        <View className="c-field__label">{label}</View>
        <Input
          id={id}
          className="c-field__input"
          placeholderClass="c-field__placeholder"
          aria-label={label}
          value={value}
          type={type}
          maxlength={maxlength}
          placeholder={placeholder}
          onInput={event => onInput(event.detail.value)}
        />
      </View>
      <View id={`error-${id}`} className="p-repair__error" aria-role="alert">
        {error}
      </View>
    </>
  )
}
