import { View } from '@tarojs/components'
import type { InvitationDetail } from '../../../cloud/types'
import { clock, left } from '../../../i18n/time'
import { StateTag } from '../shared-invitation/state-tag'
import { invitationText } from '../shared-invitation/texts'
import { detailText } from './texts'

/** What it is and how far it got. */
export function StatusCard({ view, now }: { view: InvitationDetail; now: number }) {
  const { maskedName, title, state, most, begun, openedAt } = view
  return (
    <View id="status" className="p-invitation__card">
      <View className="p-invitation__head">
        <View className="p-invitation__name">{maskedName || invitationText('nobody')}</View>
        <StateTag state={state} />
      </View>
      <View className="p-invitation__title">{title}</View>
      <View className="p-invitation__line">
        {most > 1 ? detailText('uses', { begun, most }) : detailText('uses.one')}
      </View>
      <View className="p-invitation__line">
        {openedAt === null ? detailText('opened.not') : detailText('opened', { time: clock(openedAt) })}
      </View>
      <View id="expires" className="p-invitation__line">
        {expiresText(view, now)}
      </View>
    </View>
  )
}

function expiresText({ state, expiresAt }: InvitationDetail, now: number): string {
  const time = clock(expiresAt)
  if (state === 'expired') return detailText('ended', { time })
  const rest = state === 'pending' || state === 'started' ? left(expiresAt, now) : null
  return rest === null ? detailText('expires', { time }) : detailText('expires.left', { time, left: rest })
}
