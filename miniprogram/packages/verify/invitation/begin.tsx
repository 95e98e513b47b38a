import { View } from '@tarojs/components'
import type { InvitationOffer } from '../../../cloud/types'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { isComputer } from '../../../entry/device'
import { toForm, toHandover } from '../../../routes'
import { invitationText } from './texts'

interface BeginProps {
  offer: InvitationOffer
  token: string
  /** Of the code by which this phone took over from a computer. */
  handover: string | null
}

/** The way into the form; on a computer, to the code for the phone. */
export function Begin({ offer, token, handover }: BeginProps) {
  if (!offer.canStart) {
    return (
      <Notice id="cannot-start" kind="warn">
        {invitationText('closed')}
      </Notice>
    )
  }
  const computer = isComputer()
  const again = offer.verification !== null
  return (
    <View className="p-invitation__do">
      <Button
        id="begin"
        onTap={() =>
          computer ? toHandover({ token }) : toForm(offer.subject, { invitation: token, handover })
        }
      >
        {invitationText(again ? 'restart' : 'start')}
      </Button>
      <View className="p-invitation__hint">{invitationText(computer ? 'start.computer' : 'start.note')}</View>
    </View>
  )
}
