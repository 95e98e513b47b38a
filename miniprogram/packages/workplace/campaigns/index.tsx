import { callAction } from '../../../cloud/call'
import type { LoadPage } from '../../../cloud/pages'
import type { CampaignView } from '../../../cloud/types'
import { useTitle } from '../../../i18n'
import { CardList } from '../../../operator/card-list'
import { toInviteMany } from '../../../routes'
import { CampaignCard } from './campaign-card'
import { campaignsText } from './texts'

const load: LoadPage<CampaignView> = page => callAction('invitation.campaigns', page)

/** Invitations made together from spreadsheets, newest first. */
export default function Campaigns() {
  useTitle(campaignsText('title'))
  return (
    <CardList
      load={load}
      newId="campaign-new"
      words={{
        new: campaignsText('new'),
        empty: campaignsText('empty'),
        emptyText: campaignsText('empty.text'),
        emptyViewer: campaignsText('empty.viewer'),
      }}
      onNew={toInviteMany}
      card={(campaign, index) => (
        <CampaignCard key={campaign.id} id={`campaign-${index + 1}`} campaign={campaign} />
      )}
    />
  )
}
