import { View } from '@tarojs/components'
import type { FiguresResult } from '../../../../cloud/types'
import { homeText } from '../texts'
import { Panel } from './panel'
import { lengthOf } from './shares'
import { durationText } from './words'

/** How long it takes; the bars compare the half with nearly all. */
export function Duration({ count, median, p90 }: FiguresResult['duration']) {
  const longest = Math.max(median ?? 0, p90 ?? 0)
  const lines = [
    { id: 'median', ms: median },
    { id: 'p90', ms: p90 },
  ] as const
  return (
    <Panel
      id="duration"
      title={homeText('duration')}
      note={homeText('duration.note', { n: count })}
      empty={count === 0 || median === null}
    >
      {lines.map(
        ({ id, ms }) =>
          ms !== null && (
            <View key={id} className="p-bars__item">
              <View id={`duration-${id}`} className="p-bars__line">
                {homeText(`duration.${id}`, { time: durationText(ms) })}
              </View>
              <View className="p-bars__track">
                <View
                  className={`p-bars__bar p-bars__bar--${id}`}
                  style={`width: ${lengthOf(ms, longest)}`}
                />
              </View>
            </View>
          ),
      )}
    </Panel>
  )
}
