import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chips } from '../../../components/chips'
import { Confirm } from '../../../components/confirm'
import { SwitchRow } from '../../../components/switch-row'
import { detailText } from './texts'

const choices = ['7', '30', '90'] as const

interface ResendSheetProps {
  onYes: (days: number, newCode: boolean) => void
  onClose: () => void
}

/** For how long, and whether what was given out stays good. */
export function ResendSheet({ onYes, onClose }: ResendSheetProps) {
  const [days, setDays] = useState<(typeof choices)[number]>('30')
  const [newCode, setNewCode] = useState(false)
  return (
    <Confirm
      id="resend"
      title={detailText('resend.title')}
      texts={[]}
      yes={detailText('resend.yes')}
      no={detailText('resend.no')}
      kind="primary"
      onYes={() => onYes(Number(days), newCode)}
      onClose={onClose}
    >
      <View className="p-resend__label">{detailText('resend.days')}</View>
      <Chips
        id="resend-days"
        label={detailText('resend.days')}
        options={choices.map(value => ({ value, title: detailText(`resend.${value}`) }))}
        value={days}
        onChoose={setDays}
      />
      <SwitchRow
        id="resend-new-code"
        title={detailText('resend.newCode')}
        note={detailText(newCode ? 'resend.newCode.on' : 'resend.newCode.off')}
        on={newCode}
        onChange={setNewCode}
      />
    </Confirm>
  )
}
