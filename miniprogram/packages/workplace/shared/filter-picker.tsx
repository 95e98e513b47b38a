import { Picker, View } from '@tarojs/components'
import { classes } from '../../../components/classes'
import { steady } from '../../../components/steady'
import './filter-picker.css'

interface FilterPickerProps<V extends string | number> {
  id: string
  label: string
  /** What is shown while nothing is filtered out. */
  all: string
  options: readonly { value: V; title: string }[]
  value: V | null
  onChoose: (value: V | null) => void
}

/** A filter as small as a chip: all, or one of a few. */
export function FilterPicker<V extends string | number>({
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
    <Chip
      id={id}
      label={label}
      shown={shown}
      on={at >= 0}
      range={[all, ...options.map(each => each.title)]}
      at={at + 1}
      onPick={index => onChoose(options[index - 1]?.value ?? null)}
    />
  )
}

interface ChipProps {
  id: string
  label: string
  shown: string
  on: boolean
  range: string[]
  at: number
  onPick: (index: number) => void
}

const Chip = steady(function Chip({ id, label, shown, on, range, at, onPick }: ChipProps) {
  return (
    <Picker
      id={id}
      className="b-filter__picker"
      mode="selector"
      range={range}
      value={at}
      aria-role="button"
      aria-label={`${label} ${shown}`}
      onChange={event => onPick(Number(event.detail.value))}
    >
      <View className={classes('b-filter', { 'b-filter--on': on })}>
        <View className="b-filter__text">{shown}</View>
        <View className="b-filter__mark" />
      </View>
    </Picker>
  )
})
