import { View } from '@tarojs/components'
import { memo } from 'react'
import type { FiguresResult } from '../../../../cloud/types'
import { classes } from '../../../../components/classes'
import { lengthOf } from './shares'

type Day = FiguresResult['days'][number]

/** A bar and the room beside it, px: a month fits into the narrowest phone. */
const narrowest = 7

/** As wide as there is room, but not narrower than the bars need. */
export function widthFor(days: readonly unknown[]): string {
  return `min-width: ${days.length * narrowest}px`
}

interface DaysBarsProps {
  days: Day[]
  top: number
  chosen: number
  onChoose: (index: number) => void
}

/**
 * A picture: a bar is too thin for a thumb, and the arrows above reach every day and say its numbers. One element a day:
 * ninety of them cost little to send, and only those that change are sent again.
 */
export function DaysBars({ days, top, chosen, onChoose }: DaysBarsProps) {
  return (
    <View className="p-days__bars" style={widthFor(days)}>
      {days.map((day, index) => (
        <Bar key={day.day} day={day} index={index} top={top} on={index === chosen} onChoose={onChoose} />
      ))}
    </View>
  )
}

interface BarProps {
  day: Day
  index: number
  top: number
  on: boolean
  onChoose: (index: number) => void
}

const Bar = memo(function Bar({ day, index, top, on, onChoose }: BarProps) {
  const { started, verified } = day
  return (
    <View
      id={`day-${day.day}`}
      className={classes('p-days__bar', { 'p-days__bar--on': on })}
      style={`--v: ${lengthOf(Math.min(verified, started), top)}; --s: ${lengthOf(started, top)}`}
      aria-hidden
      onClick={() => onChoose(index)}
    />
  )
})
