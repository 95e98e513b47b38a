import { ScrollView, Text, View } from '@tarojs/components'
import { classes } from '../../../components/classes'
import '../../../components/chips/index.css'

interface FilterChipsProps<V extends string> {
  /** Each chip's id is `${id}-${value}`. */
  id: string
  label: string
  /** Without a count where nobody has counted. */
  options: readonly { value: V; title: string; count?: number | undefined }[]
  value: V
  onChoose: (value: V) => void
}

/** A line of filters that need not be counted, in the looks of those that are. */
export function FilterChips<V extends string>({ id, label, options, value, onChoose }: FilterChipsProps<V>) {
  return (
    <ScrollView className="c-chips" scrollX enhanced showScrollbar={false}>
      <View className="c-chips__line" aria-role="radiogroup" aria-label={label}>
        {options.map(option => (
          <View
            key={option.value}
            id={`${id}-${option.value}`}
            className={classes('c-chip', { 'c-chip--on': option.value === value })}
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
