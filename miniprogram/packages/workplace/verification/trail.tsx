import { View } from '@tarojs/components'
import type { TrailRow } from '../../../cloud/types'
import { CellGroup } from '../../../components/cell'
import { Notice } from '../../../components/notice'
import { clock } from '../../../i18n/time'
import { verificationText } from './texts'
import { moveText, whatText } from './words'

/** What happened to it, oldest first, and whether the record can be trusted. */
export function Trail({ rows, intact, details }: { rows: TrailRow[]; intact: boolean; details: boolean }) {
  return (
    <>
      {!intact && (
        <Notice id="trail-broken" kind="warn">
          {verificationText('trail.broken')}
        </Notice>
      )}
      <CellGroup id="trail" title={verificationText('trail')}>
        <View className="p-trail">
          {rows.length === 0 && <View className="p-trail__note">{verificationText('trail.none')}</View>}
          {rows.map(row => (
            <View
              key={row.sequence}
              id={`trail-${row.sequence}`}
              className={`p-trail__row p-trail__row--${row.to}`}
            >
              <View className="p-trail__dot" />
              <View className="p-trail__what">{whatText(row)}</View>
              <View className="p-trail__note">{`${moveText(row)} · ${clock(row.at)}`}</View>
              {details && row.rawStatus && (
                <View className="p-trail__note">
                  {verificationText('trail.raw', { text: row.rawStatus })}
                </View>
              )}
            </View>
          ))}
        </View>
      </CellGroup>
      {intact && rows.length > 0 && (
        <View id="trail-intact" className="p-case__note">
          {verificationText('trail.intact')}
        </View>
      )}
    </>
  )
}
