import { useState } from 'react'
import { Apart } from '../../components/apart'
import { Cell, CellGroup } from '../../components/cell'
import { Notice } from '../../components/notice'
import { openEntry } from '../../entry/open'
import { entryOfScan } from '../../entry/parse'
import { entryText } from '../../entry/texts'
import { useScan } from '../../entry/use-scan'
import { begin } from './begin'
import { ContractCard } from './contract-card'
import { homeText } from './texts'

interface WaysProps {
  organization: boolean
  /** Whose contracts can be opened; null: nobody's. */
  contracts: string | null
}

/** The other ways in: for a company, a contract, and whoever holds a code in front of the phone. */
export function Ways({ organization, contracts }: WaysProps) {
  const [contract, setContract] = useState(false)
  const [unknown, setUnknown] = useState(false)
  const { scan, failed } = useScan(code => {
    const entry = entryOfScan(code)
    setUnknown(entry === null)
    if (entry) openEntry(entry)
  })
  return (
    <>
      <CellGroup>
        {organization && (
          <Cell
            id="start-organization"
            title={homeText('title.organization')}
            note={homeText('organization.note')}
            onTap={() => begin('organization')}
          />
        )}
        {contracts && (
          <Cell
            id="contract"
            title={homeText('contract')}
            note={homeText('contract.lead', { vendor: contracts })}
            onTap={() => setContract(!contract)}
          />
        )}
        <Cell id="scan" title={homeText('scan')} note={homeText('scan.note')} onTap={scan} />
      </CellGroup>
      <Apart>
        {contract && <ContractCard />}
        {(unknown || failed) && (
          <Notice id="scan-unknown" kind="warn">
            {entryText(failed ? 'scan.failed' : 'scan.unknown')}
          </Notice>
        )}
      </Apart>
    </>
  )
}
