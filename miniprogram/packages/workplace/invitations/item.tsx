import { View } from '@tarojs/components'
import type { InvitationView } from '../../../cloud/types'
import { toInvitation } from '../../../routes'
import { StateTag } from '../shared-invitation/state-tag'
import { invitationText } from '../shared-invitation/texts'
import { lineOf } from './line'

interface ItemProps {
  id: string
  view: InvitationView
  /** Beside others of its campaign: they share the title, and have numbers. */
  inCampaign: boolean
  now: number
}

/** One invitation at a glance: whom, what about, how far. */
export function Item({ id, view, inCampaign, now }: ItemProps) {
  const name = view.maskedName || invitationText('nobody')
  const { title, state } = view
  return (
    <View
      id={id}
      className="p-invitations__item"
      hoverClass="c-cell--pressed"
      aria-role="button"
      onClick={() => toInvitation(view.id)}
    >
      <View className="p-invitations__head">
        <View className="p-invitations__name">{name}</View>
        <StateTag state={state} />
      </View>
      {!inCampaign && <View className="p-invitations__title">{title}</View>}
      <View className="p-invitations__line">{lineOf(view, now).map(unbroken).join(' · ')}</View>
    </View>
  )
}

/** A line ends between its parts, not within: 「还剩 29」 and 「天」 on two lines are hard to read. */
function unbroken(part: string): string {
  return part.replace(/ /g, '\u00a0')
}
