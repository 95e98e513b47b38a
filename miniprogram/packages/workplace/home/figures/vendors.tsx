import { View } from '@tarojs/components'
import type { FiguresResult } from '../../../../cloud/types'
import { useVendorName } from '../../../../i18n/vendors'
import { homeText } from '../texts'
import { Panel } from './panel'
import { durationText } from './words'

const columns = ['vendor', 'started', 'verified', 'failed', 'open', 'median'] as const

/** A line of numbers for each vendor. */
export function Vendors({ vendors }: { vendors: FiguresResult['vendors'] }) {
  const vendorName = useVendorName()
  return (
    <Panel id="vendors" title={homeText('vendors')} empty={vendors.length === 0}>
      <View className="p-vendors__row p-vendors__row--head">
        {columns.map(column => (
          <View key={column} className="p-vendors__cell">
            {homeText(`vendors.${column}`)}
          </View>
        ))}
      </View>
      {vendors.map(({ vendor, started, verified, failed, open, median }) => {
        const name = vendorName(vendor)
        const time = median === null ? '–' : durationText(median)
        return (
          <View
            key={vendor}
            id={`vendor-${vendor}`}
            className="p-vendors__row"
            aria-label={homeText('vendors.item', {
              vendor: name,
              started,
              verified,
              failed,
              open,
              median: time,
            })}
          >
            {[name, started, verified, failed, open, time].map((text, index) => (
              <View key={columns[index]} className="p-vendors__cell">
                {text}
              </View>
            ))}
          </View>
        )
      })}
    </Panel>
  )
}
