import { Picker, View } from '@tarojs/components'
import { classes } from '../components/classes'
import './picker-field.css'

interface PickerFieldProps<V extends string> {
  id: string
  label: string
  options: readonly { value: V; title: string }[]
  value: V
  /** Shown when the value is none of the options. */
  otherwise?: string
  error?: string | null
  onChoose: (value: V) => void
}

/** One line of a form whose value is one of a few. */
export function PickerField<V extends string>({
  id,
  label,
  options,
  value,
  otherwise = '',
  error,
  onChoose,
}: PickerFieldProps<V>) {
  const at = options.findIndex(each => each.value === value)
  const shown = options[at]?.title ?? otherwise
  return (
    <View id={`field-${id}`} className={classes('c-cell c-field', { 'c-field--wrong': Boolean(error) })}>
      <Picker
        id={id}
        mode="selector"
        range={options.map(each => each.title)}
        value={Math.max(0, at)}
        aria-label={`${label} ${shown}`}
        onChange={event => {
          const chosen = options[Number(event.detail.value)]
          if (chosen) onChoose(chosen.value)
        }}
      >
        <View className="c-field__row">
          <View className="c-field__label">{label}</View>
          <View className="b-picker__shown">{shown}</View>
          <View className="c-cell__arrow" />
        </View>
      </Picker>
      <View id={`error-${id}`} className="c-field__error" aria-role="alert">
        {error ?? ''}
      </View>
    </View>
  )
}
