import { Switch, View } from '@tarojs/components'
import './switch-row.css'

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

/** A line that is on or off. */
export function SwitchRow({ id, title, note, label, on, disabled, onChange }: SwitchRowProps) {
  return (
    <View className="c-cell">
      <View className="c-cell__main">
        <View>{title}</View>
        <View className="c-cell__note b-switch__note">{note ?? ''}</View>
      </View>
      <Switch
        id={id}
        className="b-switch"
        checked={on}
        disabled={Boolean(disabled)}
        color="#017a3b"
        aria-label={label ?? title}
        onChange={event => onChange(event.detail.value)}
      />
    </View>
  )
}
