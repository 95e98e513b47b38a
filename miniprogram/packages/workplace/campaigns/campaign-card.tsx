import { View } from '@tarojs/components'
import type { CampaignView } from '../../../cloud/types'
import { ago, dayAndHour } from '../../../i18n/time'
import { toCampaign } from '../../../routes'
import { workplaceText } from '../shared/texts'
import { ProgressBar, progressText } from '../shared-invitation/progress-bar'
import { campaignsText } from './texts'

/** One campaign at a glance: what it is and how far it got. */
export function CampaignCard({ id, campaign }: { id: string; campaign: CampaignView }) {
  const { title, total, subject, counts, createdAt, expiresAt } = campaign
  const now = Date.now()
  const words = progressText(counts)
  return (
    <View
      id={id}
      className="p-campaigns__card"
      hoverClass="c-cell--pressed"
      aria-role="button"
      aria-label={campaignsText('item.label', { title, total, counts: words })}
      onClick={() => toCampaign(campaign.id)}
    >
      <View className="p-campaigns__name">{title}</View>
      <View className="p-campaigns__note">
        {campaignsText('item.note', {
          subject: workplaceText(`subject.${subject}`),
          total,
          time: ago(createdAt, now),
        })}
      </View>
      <View className="p-campaigns__bar">
        <ProgressBar counts={counts} />
      </View>
      <View className="p-campaigns__foot">
        <View className="p-campaigns__counts">{words}</View>
        <View>{campaignsText('item.ends', { time: dayAndHour(expiresAt, now) })}</View>
      </View>
    </View>
  )
}
