import { Picker, View } from '@tarojs/components'
import { classes } from '../classes'
import { steady } from '../steady'
import '../cell/index.css'
import '../field/index.css'
import './index.css'

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

/** One line of a form whose value is one of a few; all of the line can be tapped. */
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
    <View
      id={`field-${id}`}
      className={classes('c-cell c-field c-field--typed', { 'c-field--wrong': Boolean(error) })}
    >
      <Line
        id={id}
        label={label}
        shown={shown}
        range={options.map(each => each.title)}
        at={Math.max(0, at)}
        onPick={index => {
          const chosen = options[index]
          if (chosen) onChoose(chosen.value)
        }}
      />
      <View id={`error-${id}`} className="c-field__error" aria-role="alert">
        {error ?? ''}
      </View>
    </View>
  )
}

interface LineProps {
  id: string
  label: string
  shown: string
  range: string[]
  at: number
  onPick: (index: number) => void
}

const Line = steady(function Line({ id, label, shown, range, at, onPick }: LineProps) {
  return (
    <Picker
      id={id}
      mode="selector"
      range={range}
      value={at}
      aria-role="button"
      onChange={event => onPick(Number(event.detail.value))}
    >
      <View className="c-cell c-cell--tappable">
        <View className="c-field__label">{label}</View>
        <View className="c-picker__shown">{shown}</View>
      </View>
    </Picker>
  )
})
