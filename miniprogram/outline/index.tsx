import { View } from '@tarojs/components'
import type { Outline } from '../cloud/types'
import { CellGroup } from '../components/cell'
import { t } from '../i18n'
import { Flow } from './flow'
import { ot } from './texts'
import { sinceText } from './words'
import './index.css'

interface OutlineCardProps {
  outline: Outline | null
  /** It could not be asked for just now; a picture of before stays. */
  failed: boolean
  now: number
  onRetry: () => void
}

/** The flow as the vendor sees it: the steps of the subject, and beneath those of whoever acts for it. */
export function OutlineCard({ outline, failed, now, onRetry }: OutlineCardProps) {
  if (!outline && !failed) return null
  return (
    <CellGroup id="outline" title={ot('title')}>
      {outline && (
        <Flow
          id="outline-flow"
          title={ot(`flow.${outline.subject}`)}
          flow={outline}
          since={sinceText(outline, now)}
        />
      )}
      {outline?.related.map((flow, index) => (
        <Flow
          // biome-ignore lint/suspicious/noArrayIndexKey: there is nothing else to tell them apart by.
          key={index}
          id={`outline-related-${index + 1}`}
          title={ot(`related.${flow.subject}`)}
          flow={flow}
          related
        />
      ))}
      {failed && (
        <View id="outline-failed" className="p-outline__failed">
          <View className="p-outline__unavailable">{ot('unavailable')}</View>
          <View
            id="outline-retry"
            className="p-outline__retry"
            hoverClass="c-button--pressed"
            aria-role="button"
            onClick={onRetry}
          >
            {t('common.retry')}
          </View>
        </View>
      )}
    </CellGroup>
  )
}
