import { View } from '@tarojs/components'
import type { FiguresResult } from '../../../../cloud/types'
import { classes } from '../../../../components/classes'
import { homeText } from '../texts'
import { dayText } from './words'

interface DayReadoutProps {
  days: FiguresResult['days']
  chosen: number
  onChoose: (index: number) => void
}

/** The numbers of the chosen day; a bar too thin for a thumb is reached by the arrows. */
export function DayReadout({ days, chosen, onChoose }: DayReadoutProps) {
  const day = days[chosen]
  const arrow = (id: 'before' | 'after', to: number) => {
    const off = days[to] === undefined
    return (
      <View
        id={`days-${id}`}
        className={classes(`p-readout__arrow p-readout__arrow--${id}`, { 'p-readout__arrow--off': off })}
        aria-role="button"
        aria-label={homeText(`days.${id}`)}
        aria-disabled={off}
        onClick={() => {
          if (!off) onChoose(to)
        }}
      />
    )
  }
  return (
    <View className="p-readout">
      {arrow('before', chosen - 1)}
      <View id="days-chosen" className="p-readout__text" aria-role="alert">
        <View className="p-readout__day">{day ? dayText(day.day) : ''}</View>
        <View>{day ? homeText('days.numbers', { ...day }) : ''}</View>
      </View>
      {arrow('after', chosen + 1)}
    </View>
  )
}
