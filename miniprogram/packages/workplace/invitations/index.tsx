import { View } from '@tarojs/components'
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { callAction } from '../../../cloud/call'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Cell, CellGroup } from '../../../components/cell'
import { Layout } from '../../../components/layout'
import { KeptSheet } from '../../../files/kept-sheet'
import { language, useTitle } from '../../../i18n'
import { ClaimPage } from '../../../operator/claim-page'
import { FailedNotice } from '../../../operator/failed-notice'
import { LoadingPage } from '../../../operator/loading-page'
import { useOperatorList } from '../../../operator/use-operator-page'
import { toCampaigns, toInvite, toInviteMany } from '../../../routes'
import { LargeExport } from '../shared/large-export'
import { useExport } from '../shared/use-export'
import { useLargeExport } from '../shared/use-large-export'
import { Bulk } from './bulk'
import { Exports } from './exports'
import { Head } from './head'
import { List } from './list'
import { invitationListText } from './texts'
import { Tools } from './tools'
import { useCampaign } from './use-campaign'
import { useInvitations } from './use-invitations'
import './index.css'

/** All invitations, or with `?campaignId=` those of one campaign; newest first. */
export default function Invitations() {
  const { campaignId } = useRouter().params
  useTitle(invitationListText(campaignId ? 'title.campaign' : 'title'))
  const invitations = useInvitations(campaignId)
  const { campaign, missing, look: lookAtCampaign } = useCampaign(campaignId)
  const large = useLargeExport('invitations')
  const exporting = useExport(
    format =>
      callAction('workplace.exportInvitations', {
        format,
        language: language(),
        ...(campaignId ? { campaignId } : {}),
      }),
    format => large.begin({ of: 'invitations', format, language: language() }),
  )
  const [now, setNow] = useState(Date.now())

  useDidShow(() => {
    if (campaignId) Taro.setNavigationBarTitle({ title: invitationListText('title.campaign') })
  })
  const page = useOperatorList({
    refresh: async () => {
      setNow(Date.now())
      await Promise.all([invitations.refresh(), lookAtCampaign(), ...(campaignId ? [] : [large.look()])])
    },
    more: invitations.more,
  })
  const { role, ready, failure, look } = page
  if (role === null) return <ClaimPage page={page} />
  if (!ready) return <LoadingPage />

  // Nothing to look for yet.
  const nothing = !campaignId && invitations.loaded && invitations.items.length === 0 && !invitations.filtered
  const mayInvite = role === 'operator' || role === 'owner'
  return (
    <Layout wide>
      <FailedNotice failure={failure ?? invitations.failure} retry={look} />
      {campaignId ? (
        <Head id={campaignId} campaign={campaign} missing={missing} mayPrint={mayInvite} />
      ) : (
        <Ways mayInvite={mayInvite} />
      )}
      <View className="p-invitations__tools">
        {role && !nothing && (
          <Tools invitations={invitations} campaign={campaign} inCampaign={campaignId !== undefined} />
        )}
      </View>
      <Apart>
        {role && !nothing && <Exports exporting={exporting} inCampaign={campaignId !== undefined} />}
      </Apart>
      <LargeExport exporting={large} />
      <Apart>
        {mayInvite && (campaignId !== undefined || invitations.filtered) && (
          <Bulk invitations={invitations} />
        )}
      </Apart>
      <List
        invitations={invitations}
        inCampaign={campaignId !== undefined}
        mayInvite={mayInvite}
        failed={Boolean(failure ?? invitations.failure)}
        now={now}
      />
      {exporting.kept && <KeptSheet kept={exporting.kept} onClose={exporting.close} />}
    </Layout>
  )
}

/** To new ones, and to those made together. */
function Ways({ mayInvite }: { mayInvite: boolean }) {
  return (
    <Apart>
      {mayInvite && (
        <View className="p-invitations__new">
          <Button id="invitation-new" onTap={() => toInvite()}>
            {invitationListText('new')}
          </Button>
          <Button id="invitation-many" kind="plain" onTap={() => toInviteMany()}>
            {invitationListText('new.many')}
          </Button>
        </View>
      )}
      <CellGroup>
        <Cell
          id="campaigns"
          title={invitationListText('campaigns')}
          note={invitationListText('campaigns.note')}
          onTap={() => toCampaigns()}
        />
      </CellGroup>
    </Apart>
  )
}
