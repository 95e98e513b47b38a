import { View } from '@tarojs/components'
import './counts-bar.css'

export type Tone = 'done' | 'good' | 'busy' | 'bad' | 'idle' | 'gone'

interface CountsBarProps<P extends string> {
  counts: Readonly<Record<P, number>>
  /** In the order of the bar. */
  parts: readonly { part: P; tone: Tone }[]
  /** The same in words, as `countsText` says it. */
  label: string
}

/** A thin bar of segments as long as their counts. */
export function CountsBar<P extends string>({ counts, parts, label }: CountsBarProps<P>) {
  return (
    <View className="b-counts" aria-role="img" aria-label={label}>
      {parts.map(({ part, tone }) => (
        <View
          key={part}
          className={`b-counts__part b-counts__part--${tone}`}
          style={{ flexGrow: counts[part], display: counts[part] > 0 ? 'block' : 'none' }}
        />
      ))}
    </View>
  )
}

/** `已认证 12 · 进行中 3`; parts without any are left out. */
export function countsText<P extends string>(
  counts: Readonly<Record<P, number>>,
  order: readonly P[],
  say: (part: P, n: number) => string,
): string {
  return order
    .filter(part => counts[part] > 0)
    .map(part => say(part, counts[part]))
    .join(' · ')
}
