import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RowDetail } from '../../../cloud/types'
import { Notice } from '../../../components/notice'
import { StateTag } from '../shared/state-tag'
import { batchText } from '../shared/texts'
import { useVendor } from '../shared/use-vendor'
import { rowText } from './texts'

/** Where the row stands in our words; the vendor's own are behind a tap. */
export function StatusCard({ row }: { row: RowDetail }) {
  const { number, name, state, letterRejected, round, rawStatus, vendorText, problem } = row
  const vendor = useVendor()
  const [details, setDetails] = useState(false)
  const which = [rowText('number', { number }), ...(round > 1 ? [rowText('round', { round })] : [])].join(
    ' · ',
  )
  return (
    <View className="p-row__card">
      <View className="p-row__head">
        <View id="row-name" className="p-row__name">
          {name || batchText('column.name')}
        </View>
        <StateTag state={state} letterRejected={letterRejected} />
      </View>
      <View id="row-place" className="p-row__note">
        {which}
      </View>
      <View id="row-state" className="p-row__text">
        {batchText(letterRejected ? 'state.letterRejected.note' : `state.${state}.note`, { vendor })}
      </View>
      {(rawStatus !== null || vendorText) && (
        <View
          id="row-details"
          className="p-row__details"
          aria-role="button"
          hoverClass="c-button--pressed"
          onClick={() => setDetails(!details)}
        >
          {details && rawStatus !== null
            ? `${rowText('rawStatus', { vendor })} ${rawStatus}`
            : rowText('details')}
        </View>
      )}
      {problem && (
        <Notice id="row-problem" kind="warn">
          {rowText(`problem.${problem}`)}
        </Notice>
      )}
      {details && vendorText && (
        <Notice id="vendor-text" kind="warn">
          {rowText('vendorText', { vendor, text: vendorText })}
        </Notice>
      )}
    </View>
  )
}
