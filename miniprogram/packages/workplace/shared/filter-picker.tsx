import { Picker, View } from '@tarojs/components'
import { classes } from '../../../components/classes'
import './filter-picker.css'

interface FilterPickerProps<V extends string> {
  id: string
  label: string
  /** What is shown while nothing is filtered out. */
  all: string
  options: readonly { value: V; title: string }[]
  value: V | null
  onChoose: (value: V | null) => void
}

/** A filter as small as a chip: all, or one of a few. */
export function FilterPicker<V extends string>({
  id,
  label,
  all,
  options,
  value,
  onChoose,
}: FilterPickerProps<V>) {
  const at = options.findIndex(each => each.value === value)
  const shown = options[at]?.title ?? all
  return (
    <Picker
      id={id}
      className="b-filter__picker"
      mode="selector"
      range={[all, ...options.map(each => each.title)]}
      value={at + 1}
      aria-label={`${label} ${shown}`}
      onChange={event => onChoose(options[Number(event.detail.value) - 1]?.value ?? null)}
    >
      <View className={classes('b-filter', { 'b-filter--on': at >= 0 })}>
        <View className="b-filter__text">{shown}</View>
        <View className="b-filter__mark" />
      </View>
    </Picker>
  )
}
