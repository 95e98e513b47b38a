import { useState } from 'react'
import { Apart } from '../../components/apart'
import { Cell, CellGroup } from '../../components/cell'
import { Notice } from '../../components/notice'
import { openEntry } from '../../entry/open'
import { entryOfScan } from '../../entry/parse'
import { entryText } from '../../entry/texts'
import { useScan } from '../../entry/use-scan'
import { homeText } from './texts'

/** The way in for whoever holds a code in front of the phone. */
export function ScanCell() {
  const [unknown, setUnknown] = useState(false)
  const { scan, failed } = useScan(code => {
    const entry = entryOfScan(code)
    setUnknown(entry === null)
    if (entry) openEntry(entry)
  })
  return (
    <>
      <CellGroup>
        <Cell id="scan" title={homeText('scan')} note={homeText('scan.note')} onTap={scan} />
      </CellGroup>
      <Apart>
        {(unknown || failed) && (
          <Notice id="scan-unknown" kind="warn">
            {entryText(failed ? 'scan.failed' : 'scan.unknown')}
          </Notice>
        )}
      </Apart>
    </>
  )
}
