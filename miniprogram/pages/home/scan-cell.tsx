import { View } from '@tarojs/components'
import { useState } from 'react'
import { Cell, CellGroup } from '../../components/cell'
import { Notice } from '../../components/notice'
import { openEntry } from '../../entry/open'
import { entryOfScan } from '../../entry/parse'
import { et } from '../../entry/texts'
import { useScan } from '../../entry/use-scan'
import { t } from '../../i18n'

/** The way in for whoever holds a code in front of the phone. */
export function ScanCell() {
  const [unknown, setUnknown] = useState(false)
  const { scan, failed } = useScan(code => {
    const entry = entryOfScan(code)
    setUnknown(entry === null)
    if (entry) openEntry(entry)
  })
  return (
    <View>
      <CellGroup>
        <Cell id="scan" title={t('home.scan')} note={t('home.scan.note')} onTap={scan} />
      </CellGroup>
      <View>
        {(unknown || failed) && (
          <Notice id="scan-unknown" kind="warn">
            {et(failed ? 'scan.failed' : 'scan.unknown')}
          </Notice>
        )}
      </View>
    </View>
  )
}
