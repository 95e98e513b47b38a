import { View } from '@tarojs/components'
import type { Outline } from '../cloud/types'
import { CellGroup } from '../components/cell'
import { commonText } from '../i18n'
import { Flow } from './flow'
import { outlineText } from './texts'
import { sinceText } from './words'
import './index.css'

interface OutlineCardProps {
  outline: Outline | null
  /** It could not be asked for just now; a picture of before stays. */
  failed: boolean
  now: number
  /** Shows the vendor's own words, to operators. */
  details?: boolean
  onRetry: () => void
}

/** The flow as the vendor sees it: the steps of the subject, and beneath those of whoever acts for it. */
export function OutlineCard({ outline, failed, now, details = false, onRetry }: OutlineCardProps) {
  if (!outline && !failed) return null
  return (
    <CellGroup id="outline" title={outlineText('title')}>
      {outline && (
        <Flow
          id="outline-flow"
          title={outlineText(`flow.${outline.subject}`)}
          flow={outline}
          since={sinceText(outline, now)}
          details={details}
        />
      )}
      {outline?.related.map((flow, index) => (
        <Flow
          // biome-ignore lint/suspicious/noArrayIndexKey: there is nothing else to tell them apart by.
          key={index}
          id={`outline-related-${index + 1}`}
          title={outlineText(`related.${flow.subject}`)}
          flow={flow}
          details={details}
          related
        />
      ))}
      {failed && (
        <View id="outline-failed" className="p-outline__failed">
          <View className="p-outline__unavailable">{outlineText('unavailable')}</View>
          <View
            id="outline-retry"
            className="p-outline__retry"
            hoverClass="c-button--pressed"
            aria-role="button"
            onClick={onRetry}
          >
            {commonText('retry')}
          </View>
        </View>
      )}
    </CellGroup>
  )
}
