import { Label, Switch, View } from '@tarojs/components'
import { steady } from '../steady'

interface SwitchRowProps {
  id: string
  title: string
  note?: string
  /** Where the title does not say enough by itself. */
  label?: string
  on: boolean
  disabled?: boolean
  onChange: (on: boolean) => void
}

/** A line that is on or off: all of it can be tapped. */
export const SwitchRow = steady(function SwitchRow({
  id,
  title,
  note,
  label,
  on,
  disabled,
  onChange,
}: SwitchRowProps) {
  return (
    <Label className="c-cell c-cell--noted">
      <View className="c-cell__title">{title}</View>
      <View className="c-cell__note">{note ?? ''}</View>
      <Switch
        id={id}
        className="c-cell__side"
        checked={on}
        disabled={Boolean(disabled)}
        color="#017a3b"
        aria-label={label ?? title}
        onChange={event => onChange(event.detail.value)}
      />
    </Label>
  )
})
