import { View } from '@tarojs/components'
import type { CampaignView } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Notice } from '../../../components/notice'
import { clock } from '../../../i18n/time'
import { workplaceText } from '../shared/texts'
import { ProgressBar, progressText } from '../shared-invitation/progress-bar'
import { Sheets } from './sheets'
import { invitationListText } from './texts'

interface HeadProps {
  id: string
  campaign: CampaignView | null
  missing: boolean
  /** Codes are for those who may give them out. */
  mayPrint: boolean
}

/** What the campaign is, how far it got, and its codes to print. */
export function Head({ id, campaign, missing, mayPrint }: HeadProps) {
  return (
    <Apart>
      {missing && (
        <Notice id="campaign-missing" kind="warn">
          {invitationListText('head.missing')}
        </Notice>
      )}
      {campaign && (
        <View id="campaign-head" className="p-invitations__card">
          <View className="p-invitations__name">{campaign.title}</View>
          <View className="p-invitations__line">
            {[
              workplaceText(`subject.${campaign.subject}`),
              invitationListText('head.total', { total: campaign.total }),
              clock(campaign.createdAt),
            ].join(' · ')}
          </View>
          <View className="p-invitations__bar">
            <ProgressBar counts={campaign.counts} />
          </View>
          <View id="campaign-counts" className="p-invitations__line">
            {progressText(campaign.counts)}
          </View>
        </View>
      )}
      {mayPrint && <Sheets campaignId={id} />}
    </Apart>
  )
}
