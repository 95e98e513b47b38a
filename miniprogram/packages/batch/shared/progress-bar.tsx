import { View } from '@tarojs/components'
import { type Part, parts } from './progress'
import { bt } from './texts'
import './progress-bar.css'

/** A thin bar of segments as long as their counts; said in words by `progressText`. */
export function ProgressBar({ counts }: { counts: Record<Part, number> }) {
  return (
    <View className="b-progress" aria-role="img" aria-label={progressText(counts)}>
      {parts.map(part => (
        <View
          key={part}
          className={`b-progress__part b-progress__part--${part}`}
          style={{ flexGrow: counts[part], display: counts[part] > 0 ? 'block' : 'none' }}
        />
      ))}
    </View>
  )
}

/** `已认证 12 · 进行中 3`; parts without rows are left out. */
export function progressText(counts: Record<Part, number>): string {
  return parts
    .filter(part => counts[part] > 0)
    .map(part => bt(`part.${part}`, { n: counts[part] }))
    .join(' · ')
}
