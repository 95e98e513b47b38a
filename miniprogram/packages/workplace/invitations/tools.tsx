import { View } from '@tarojs/components'
import { useCallback } from 'react'
import type { CampaignView } from '../../../cloud/types'
import { Chips } from '../../../components/chips'
import { SearchField } from '../../../components/search-field'
import { workplaceText } from '../shared/texts'
import { invitationText } from '../shared-invitation/texts'
import { invitationStates, subjects } from '../shared-invitation/words'
import { invitationListText } from './texts'
import type { Invitations } from './use-invitations'

interface ToolsProps {
  invitations: Invitations
  /** Its invitations are counted, and all of one subject. */
  campaign: CampaignView | null
  inCampaign: boolean
}

/** Search and filters. */
export function Tools({ invitations, campaign, inCampaign }: ToolsProps) {
  const { filters, change } = invitations
  const search = useCallback((text: string) => change({ text }), [change])
  return (
    <>
      <SearchField
        id="invitation-search"
        value={filters.text}
        placeholder={invitationListText('search')}
        clearLabel={invitationListText('search.clear')}
        onInput={search}
      />
      <View className="p-invitations__hint">{invitationListText('search.note')}</View>
      <View className="p-invitations__chips">
        <Chips
          id="invitation-state"
          label={invitationListText('filter.label')}
          options={[
            { value: 'all' as const, title: invitationListText('filter.all'), count: campaign?.total },
            ...invitationStates.map(value => ({
              value,
              title: invitationText(`state.${value}`),
              count: campaign?.counts[value],
            })),
          ]}
          value={filters.state}
          onChoose={state => change({ state })}
        />
      </View>
      <View className="p-invitations__chips">
        {!inCampaign && (
          <Chips
            id="invitation-subject"
            label={invitationListText('subject.label')}
            options={[
              { value: 'all' as const, title: invitationListText('subject.all') },
              ...subjects.map(value => ({ value, title: workplaceText(`subject.${value}`) })),
            ]}
            value={filters.subject}
            onChoose={subject => change({ subject })}
          />
        )}
      </View>
    </>
  )
}
