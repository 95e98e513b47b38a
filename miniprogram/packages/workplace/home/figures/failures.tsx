import { View } from '@tarojs/components'
import type { FiguresResult } from '../../../../cloud/types'
import { homeText } from '../texts'
import { Panel } from './panel'
import { lengthOf, shareText } from './shares'
import { reasonText } from './words'

interface FailuresProps {
  /** Most frequent first. */
  failures: FiguresResult['failures']
  /** Verifications in all. */
  total: number
}

/** Why verifications failed, in words. */
export function Failures({ failures, total }: FailuresProps) {
  const all = failures.reduce((sum, each) => sum + each.count, 0)
  const most = Math.max(0, ...failures.map(each => each.count))
  return (
    <Panel
      id="failures"
      title={homeText('failures')}
      empty={all === 0}
      emptyText={homeText(total > 0 ? 'failures.none' : 'none')}
    >
      {failures.map(({ reason, count }) => {
        const said = { reason: reasonText(reason), n: count, share: shareText(count, all) }
        return (
          <View
            key={reason}
            id={`failure-${reason}`}
            className="p-bars__item"
            aria-role="img"
            aria-label={homeText('failures.item', said)}
          >
            <View className="p-bars__line">
              <View className="p-bars__name">{said.reason}</View>
              <View className="p-bars__n">{count}</View>
              <View className="p-bars__share">{said.share}</View>
            </View>
            <View className="p-bars__track">
              <View className="p-bars__bar p-bars__bar--bad" style={`width: ${lengthOf(count, most)}`} />
            </View>
          </View>
        )
      })}
    </Panel>
  )
}
