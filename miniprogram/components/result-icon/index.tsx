import { View } from '@tarojs/components'
import './index.css'

/** One meaning each: done, waiting, go on, failed, stuck, over without a result. docs/design-language.md */
export type ResultKind = 'success' | 'wait' | 'todo' | 'fail' | 'blocked' | 'none'

/** Drawn with borders only: no image to load before a person knows how it went. */
export function ResultIcon({ kind }: { kind: ResultKind }) {
  return (
    <View className={`c-result c-result--${kind}`}>
      <View className="c-result__mark" />
    </View>
  )
}
