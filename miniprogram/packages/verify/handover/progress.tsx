import { View } from '@tarojs/components'
import type { HandoverState } from '../../../cloud/types'
import { ResultIcon, type ResultKind } from '../../../components/result-icon'
import { handoverText } from './texts'

const icons: Readonly<Record<HandoverState, ResultKind | null>> = {
  waiting: null,
  scanned: 'todo',
  processing: 'wait',
  verified: 'success',
  failed: 'fail',
  expired: 'none',
}

/** How far the phone has come. */
export function Progress({ state }: { state: HandoverState }) {
  const icon = icons[state]
  return (
    <View id="progress" className="p-handover" aria-role="status">
      {icon && <ResultIcon kind={icon} />}
      <View id="state" className="p-handover__state">
        {handoverText(`state.${state}`)}
      </View>
      <View className="p-handover__text">{handoverText(`state.${state}.text`)}</View>
    </View>
  )
}
