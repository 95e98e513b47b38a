import { View } from '@tarojs/components'
import { classes } from '../classes'
import '../cell/index.css'
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
    <View id={id} className="c-choices" aria-role="radiogroup">
      {options.map(option => (
        <ChoiceCell
          key={option.value}
          id={`${id}-${option.value}`}
          title={option.title}
          note={option.note}
          on={option.value === value}
          onTap={() => onChoose(option.value)}
        />
      ))}
    </View>
  )
}

interface ChoiceCellProps {
  id: string
  title: string
  note?: string
  on: boolean
  onTap: () => void
}

/** One of the cells, for choices that need more between them. */
export function ChoiceCell({ id, title, note = '', on, onTap }: ChoiceCellProps) {
  return (
    <View
      id={id}
      className={classes('c-cell c-cell--noted c-choice', { 'c-choice--on': on })}
      hoverClass="c-cell--pressed"
      aria-role="radio"
      aria-checked={on}
      onClick={onTap}
    >
      <View className="c-cell__title">{title}</View>
      <View className="c-cell__note">{note}</View>
    </View>
  )
}
