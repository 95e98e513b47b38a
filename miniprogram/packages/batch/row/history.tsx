import { View } from '@tarojs/components'
import type { RowDetail } from '../../../cloud/types'
import { CellGroup } from '../../../components/cell'
import { clock } from '../../../i18n/time'
import { tagKinds } from '../shared/state-tag'
import { bt } from '../shared/texts'
import { rt } from './texts'
import '../../../components/stepper/index.css'

/** What has become of the row, oldest first. */
export function History({ history }: Pick<RowDetail, 'history'>) {
  return (
    <CellGroup title={rt('history')}>
      <View id="history" className="c-stepper">
        {history.map(({ state, at }, index) => {
          const status =
            tagKinds[state] === 'bad' ? 'failed' : index === history.length - 1 ? 'current' : 'done'
          return (
            <View key={`${at}-${state}`} className={`c-step c-step--${status}`}>
              <View className="c-step__dot" />
              <View className="c-step__title">{bt(`state.${state}`)}</View>
              <View className="c-step__note">{clock(at)}</View>
            </View>
          )
        })}
      </View>
    </CellGroup>
  )
}
