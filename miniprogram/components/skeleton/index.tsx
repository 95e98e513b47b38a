import { View } from '@tarojs/components'
import { commonText } from '../../i18n'
import './index.css'

/** `card`: a picture, a title and a sentence · `cellsN`: a group of N lines · `line`: a sentence · `button`. */
export type Shape = 'card' | 'cells2' | 'cells4' | 'line' | 'button'

interface SkeletonProps {
  id: string
  shape: readonly Shape[]
}

/** The outline of what is on its way, so that nothing moves when it comes. */
export function Skeleton({ id, shape }: SkeletonProps) {
  return (
    <View id={id} className="c-skeleton" aria-role="progressbar" aria-label={commonText('loading')}>
      {shape.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: it never changes its order.
        <View key={at} className={`c-skeleton--${each}`} />
      ))}
    </View>
  )
}
