import { View } from '@tarojs/components'
import { callAction } from '../../../cloud/call'
import { type LoadPage, usePages } from '../../../cloud/pages'
import type { CampaignView } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Empty } from '../../../components/empty'
import { Layout } from '../../../components/layout'
import { useTitle } from '../../../i18n'
import { ClaimPage } from '../../../operator/claim-page'
import { FailedNotice } from '../../../operator/failed-notice'
import { ListEnd } from '../../../operator/list-end'
import { useOperatorList } from '../../../operator/use-operator-page'
import { toInviteMany } from '../../../routes'
import { CampaignCard } from './campaign-card'
import { campaignsText } from './texts'
import './index.css'

const load: LoadPage<CampaignView> = page => callAction('invitation.campaigns', page)

/** Invitations made together from spreadsheets, newest first. */
export default function Campaigns() {
  useTitle(campaignsText('title'))
  const campaigns = usePages(load)
  const page = useOperatorList(campaigns)
  const { role, failure, look } = page
  if (role === null) return <ClaimPage page={page} />

  const { items, loaded } = campaigns
  const mayInvite = role === 'operator' || role === 'owner'
  const wrong = failure ?? campaigns.failure
  const none = loaded && items.length === 0
  const create = (
    <Button id="campaign-new" onTap={() => toInviteMany()}>
      {campaignsText('new')}
    </Button>
  )
  return (
    <Layout wide>
      <FailedNotice failure={wrong} retry={look} />
      <Apart>{mayInvite && items.length > 0 && <View className="p-campaigns__new">{create}</View>}</Apart>
      <View id="list" className="p-campaigns__list">
        {items.map((campaign, index) => (
          <CampaignCard key={campaign.id} id={`campaign-${index + 1}`} campaign={campaign} />
        ))}
      </View>
      <Apart>
        {none && (
          <Empty
            id="empty"
            title={campaignsText('empty')}
            text={campaignsText(mayInvite ? 'empty.text' : 'empty.viewer')}
          >
            {mayInvite && create}
          </Empty>
        )}
        <ListEnd pages={campaigns} failed={wrong !== null} />
      </Apart>
    </Layout>
  )
}
