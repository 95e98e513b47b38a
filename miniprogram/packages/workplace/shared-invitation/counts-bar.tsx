import { View } from '@tarojs/components'
import type { CampaignView } from '../../../cloud/types'
import { nt } from './texts'
import { invitationStates } from './words'
import './counts-bar.css'

type Counts = CampaignView['counts']

/** From what is done to what has come to nothing. */
const order = ['finished', 'verified', 'started', 'pending', 'expired', 'revoked'] as const

/** A thin bar of segments as long as their counts; said in words by `countsText`. */
export function CountsBar({ counts }: { counts: Counts }) {
  return (
    <View className="b-counts" aria-role="img" aria-label={countsText(counts)}>
      {order.map(state => (
        <View
          key={state}
          className={`b-counts__part b-counts__part--${state}`}
          style={{ flexGrow: counts[state], display: counts[state] > 0 ? 'block' : 'none' }}
        />
      ))}
    </View>
  )
}

/** `待开始 3 · 已认证 12`; states nothing is in are left out. */
export function countsText(counts: Counts): string {
  return invitationStates
    .filter(state => counts[state] > 0)
    .map(state => nt(`part.${state}`, { n: counts[state] }))
    .join(' · ')
}
