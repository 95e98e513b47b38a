import { View } from '@tarojs/components'
import { classes } from '../classes'
import './index.css'

interface ChoiceProps<V extends string> {
  /** Each option's id is `${id}-${value}`. */
  id: string
  options: readonly { value: V; title: string; note?: string }[]
  value: V
  onChoose: (value: V) => void
}

/** Cells of which exactly one is ticked. */
export function Choice<V extends string>({ id, options, value, onChoose }: ChoiceProps<V>) {
  return (
    <View id={id} aria-role="radiogroup">
      {options.map(option => (
        <View
          key={option.value}
          id={`${id}-${option.value}`}
          className={classes('c-cell c-choice', { 'c-choice--on': option.value === value })}
          hoverClass="c-cell--pressed"
          aria-role="radio"
          aria-checked={option.value === value}
          onClick={() => onChoose(option.value)}
        >
          <View className="c-cell__main">
            <View>{option.title}</View>
            <View className="c-cell__note">{option.note ?? ''}</View>
          </View>
          <View className="c-choice__tick" />
        </View>
      ))}
    </View>
  )
}
