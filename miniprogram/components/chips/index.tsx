import { ScrollView, Text, View } from '@tarojs/components'
import { classes } from '../classes'
import './index.css'

interface ChipsProps<V extends string> {
  /** Each chip's id is `${id}-${value}`. */
  id: string
  label: string
  /** Without a count where nobody has counted. Hidden ones stay in the tree: one that comes or goes would send all anew. */
  options: readonly { value: V; title: string; count?: number | undefined; hidden?: boolean }[]
  value: V
  onChoose: (value: V) => void
}

/** A line of filters; it scrolls sideways on a phone and wraps in a wide window. */
export function Chips<V extends string>({ id, label, options, value, onChoose }: ChipsProps<V>) {
  return (
    <ScrollView className="c-chips" scrollX enhanced showScrollbar={false}>
      <View className="c-chips__line" aria-role="radiogroup" aria-label={label}>
        {options.map(option => (
          <View
            key={option.value}
            id={`${id}-${option.value}`}
            className={classes('c-chip', {
              'c-chip--on': option.value === value,
              'c-hidden': Boolean(option.hidden),
            })}
            aria-role="radio"
            aria-checked={option.value === value}
            onClick={() => onChoose(option.value)}
          >
            {option.title}
            {option.count !== undefined && <Text className="c-chip__count">{option.count}</Text>}
          </View>
        ))}
      </View>
    </ScrollView>
  )
}
