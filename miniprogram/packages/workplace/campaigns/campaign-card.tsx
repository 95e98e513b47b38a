import { View } from '@tarojs/components'
import type { CampaignView } from '../../../cloud/types'
import { ago, dayAndHour } from '../../../i18n/time'
import { Card } from '../../../operator/card'
import { toCampaign } from '../../../routes'
import { workplaceText } from '../shared/texts'
import { ProgressBar, progressText } from '../shared-invitation/progress-bar'
import { campaignsText } from './texts'

/** One campaign at a glance: what it is and how far it got. */
export function CampaignCard({ id, campaign }: { id: string; campaign: CampaignView }) {
  const { title, total, subject, counts, createdAt, expiresAt } = campaign
  const now = Date.now()
  const words = progressText(counts)
  const time = ago(createdAt, now)
  return (
    <Card
      id={id}
      name={title}
      note={campaignsText('item.note', { subject: workplaceText(`subject.${subject}`), total, time })}
      bar={<ProgressBar counts={counts} />}
      onTap={() => toCampaign(campaign.id)}
    >
      <View>{words}</View>
      <View>{campaignsText('item.ends', { time: dayAndHour(expiresAt, now) })}</View>
    </Card>
  )
}
