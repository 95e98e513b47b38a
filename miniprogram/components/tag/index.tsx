import { View } from '@tarojs/components'
import './index.css'

export function Tag({ kind, text }: { kind: 'good' | 'bad' | 'busy' | 'stuck' | 'idle'; text: string }) {
  return <View className={`c-tag c-tag--${kind}`}>{text}</View>
}
