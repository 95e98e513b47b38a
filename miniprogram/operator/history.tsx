import { View } from '@tarojs/components'
import { CellGroup } from '../components/cell'
import { clock } from '../i18n/time'
import { operatorText } from './texts'
import '../components/stepper/index.css'

interface HistoryProps {
  /** Oldest first; `at`: ms since the epoch. */
  events: readonly { at: number; text: string; bad?: boolean }[]
}

/** What has become of something, in the looks of the steps of a verification. */
export function History({ events }: HistoryProps) {
  return (
    <CellGroup title={operatorText('history')}>
      <View id="history" className="c-stepper">
        {events.map(({ at, text, bad = false }, index) => {
          const status = bad ? 'failed' : index === events.length - 1 ? 'current' : 'done'
          return (
            <View key={`${at} ${text}`} className={`c-step c-step--${status}`}>
              <View className="c-step__dot" />
              <View className="c-step__title">{text}</View>
              <View className="c-step__note">{clock(at)}</View>
            </View>
          )
        })}
      </View>
    </CellGroup>
  )
}
