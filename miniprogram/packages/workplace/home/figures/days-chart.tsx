import { ScrollView, View } from '@tarojs/components'
import { useState } from 'react'
import type { FiguresResult } from '../../../../cloud/types'
import { homeText } from '../texts'
import { DayReadout } from './day-readout'
import { DaysBars, widthFor } from './days-bars'
import { Panel } from './panel'
import { axisTop } from './shares'
import { dayText } from './words'

/** A bar for each day; one is always chosen, and its numbers stand above. */
export function DaysChart({ days }: { days: FiguresResult['days'] }) {
  const [chosen, setChosen] = useState(days.length - 1)
  const most = Math.max(0, ...days.map(each => each.started))
  const top = axisTop(most)
  const sum = (of: 'started' | 'verified') => days.reduce((total, each) => total + each[of], 0)
  const ends = [days[0], days[days.length >> 1], days[days.length - 1]]
  return (
    <Panel id="days" title={homeText('days')} note={homeText('days.hint')} empty={most === 0}>
      <DayReadout days={days} chosen={chosen} onChoose={setChosen} />
      <View
        id="days-chart"
        className="p-days"
        aria-label={homeText('days.label', {
          n: days.length,
          started: sum('started'),
          verified: sum('verified'),
          most,
        })}
      >
        <View className="p-days__axis">
          {[top, top / 2, 0].map(tick => (
            <View key={tick} className="p-days__tick">
              {tick}
            </View>
          ))}
        </View>
        {/* The newest days are in sight first. */}
        <ScrollView className="p-days__scroll" scrollX enhanced showScrollbar={false} scrollLeft={9999}>
          <DaysBars days={days} top={top} chosen={chosen} onChoose={setChosen} />
          <View className="p-days__dates" style={widthFor(days)}>
            {ends.map(each => (
              <View key={each?.day}>{each ? dayText(each.day) : ''}</View>
            ))}
          </View>
        </ScrollView>
      </View>
      <View className="p-days__legend">
        <View className="p-states__swatch p-days__swatch--started" />
        <View>{homeText('days.started')}</View>
        <View className="p-states__swatch p-states__fill--verified" />
        <View>{homeText('days.verified')}</View>
      </View>
    </Panel>
  )
}
