import { View } from '@tarojs/components'
import { Apart } from '../../../components/apart'
import { Empty } from '../../../components/empty'
import { ListEnd } from '../../../operator/list-end'
import { Item } from './item'
import { invitationListText } from './texts'
import type { Invitations } from './use-invitations'

interface ListProps {
  invitations: Invitations
  inCampaign: boolean
  mayInvite: boolean
  failed: boolean
  now: number
}

/** What was found, and what is to be said below it. */
export function List({ invitations, inCampaign, mayInvite, failed, now }: ListProps) {
  const { items, loaded } = invitations
  const none = loaded && items.length === 0
  return (
    <>
      <View id="list" className="p-invitations__list">
        {items.map((view, index) => (
          <Item key={view.id} id={`invitation-${index + 1}`} view={view} inCampaign={inCampaign} now={now} />
        ))}
      </View>
      <Apart>
        {none && <Nothing invitations={invitations} mayInvite={mayInvite} />}
        <ListEnd pages={invitations} failed={failed} />
      </Apart>
    </>
  )
}

function Nothing({ invitations, mayInvite }: Pick<ListProps, 'invitations' | 'mayInvite'>) {
  if (!invitations.filtered) {
    return (
      <Empty
        id="empty"
        title={invitationListText('empty')}
        text={invitationListText(mayInvite ? 'empty.text' : 'empty.viewer')}
      />
    )
  }
  const searched = invitations.filters.text.trim() !== ''
  return (
    <Empty
      id="empty-filtered"
      title={invitationListText('empty.filtered')}
      text={invitationListText(searched ? 'empty.search' : 'empty.others')}
    />
  )
}
