import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Dialog } from '../../../components/dialog'
import { FilterChips } from '../shared-invitation/filter-chips'
import { SwitchRow } from '../shared-invitation/switch-row'
import { dt } from './texts'

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
    <Dialog
      id="resend-sheet"
      title={dt('resend.title')}
      onClose={onClose}
      actions={
        <>
          <Button id="resend-yes" onTap={() => onYes(Number(days), newCode)}>
            {dt('resend.yes')}
          </Button>
          <Button id="resend-no" kind="text" onTap={onClose}>
            {dt('resend.no')}
          </Button>
        </>
      }
    >
      <View className="p-resend__label">{dt('resend.days')}</View>
      <FilterChips
        id="resend-days"
        label={dt('resend.days')}
        options={choices.map(value => ({ value, title: dt(`resend.${value}`) }))}
        value={days}
        onChoose={setDays}
      />
      <SwitchRow
        id="resend-new-code"
        title={dt('resend.newCode')}
        note={dt(newCode ? 'resend.newCode.on' : 'resend.newCode.off')}
        on={newCode}
        onChange={setNewCode}
      />
    </Dialog>
  )
}

export function RevokeSheet({ onYes, onClose }: { onYes: () => void; onClose: () => void }) {
  return (
    <Dialog
      id="revoke-sheet"
      title={dt('revoke.title')}
      onClose={onClose}
      actions={
        <>
          <Button id="revoke-no" onTap={onClose}>
            {dt('revoke.no')}
          </Button>
          <Button id="revoke-yes" kind="danger" onTap={onYes}>
            {dt('revoke.yes')}
          </Button>
        </>
      }
    >
      <View>{dt('revoke.text')}</View>
      <View className="p-resend__again">{dt('revoke.again')}</View>
    </Dialog>
  )
}
