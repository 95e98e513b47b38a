import { CheckboxGroup, Label, Text, View } from '@tarojs/components'
import { SteadyCheckbox } from '../steady'
import './index.css'

interface ConsentRowProps {
  id: string
  text: string
  linkText: string
  note: string
  checked: boolean
  /** What would be agreed to is not known yet. */
  disabled: boolean
  onChange: (checked: boolean) => void
  onRead: () => void
}

/** Never ticked for the user; the link stands outside the label, so that reading is not agreeing. */
export function ConsentRow({
  id,
  text,
  linkText,
  note,
  checked,
  disabled,
  onChange,
  onRead,
}: ConsentRowProps) {
  return (
    <View className="c-consent">
      <CheckboxGroup onChange={event => onChange(event.detail.value.length > 0)}>
        <Label className="c-consent__label">
          <SteadyCheckbox
            id={id}
            className="c-consent__box"
            value="accepted"
            checked={checked}
            disabled={disabled}
            color="#017a3b"
            aria-label={text}
          />
          <Text id={`${id}-text`} className="c-consent__text">
            {text}
          </Text>
        </Label>
      </CheckboxGroup>
      <View id={`${id}-read`} className="c-consent__link" aria-role="button" onClick={onRead}>
        {linkText}
      </View>
      <View className="c-consent__note">{note}</View>
    </View>
  )
}
