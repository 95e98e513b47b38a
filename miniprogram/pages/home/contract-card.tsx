import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Field } from '../../components/field'
import { locatorOfNumber, longestNumber } from '../../contract/locator'
import { openEntry } from '../../entry/open'
import { type Entry, entryOfScan } from '../../entry/parse'
import { entryText } from '../../entry/texts'
import { useScan } from '../../entry/use-scan'
import { roomFor } from '../../form/room'
import { homeText } from './texts'

/** The way to a contract: its number, typed or scanned. */
export function ContractCard() {
  const [number, setNumber] = useState('')
  const [complaint, setComplaint] = useState<string | null>(null)

  const go = (entry: Entry | null, otherwise: string) => {
    setComplaint(entry ? null : otherwise)
    if (entry) openEntry(entry)
  }
  // Contracts are also printed with their bare number as a code.
  const { scan, failed } = useScan(code =>
    go(entryOfScan(code) ?? entryOfNumber(code.result ?? ''), homeText('contract.unknownCode')),
  )

  return (
    <View className="p-home__card">
      <View className="p-home__number">
        <Field
          id="contract-number"
          label={homeText('contract.number')}
          value={number}
          placeholder={homeText('contract.number.placeholder')}
          maxlength={roomFor(longestNumber)}
          error={failed ? entryText('scan.failed') : complaint}
          onInput={typed => {
            setComplaint(null)
            setNumber(typed)
          }}
        />
      </View>
      <Button
        id="contract-open"
        disabled={number.trim() === ''}
        onTap={() => go(entryOfNumber(number), homeText('contract.badNumber'))}
      >
        {homeText('contract.open')}
      </Button>
      <Button id="contract-scan" kind="text" onTap={scan}>
        {homeText('contract.scan')}
      </Button>
    </View>
  )
}

function entryOfNumber(typed: string): Entry | null {
  const locator = locatorOfNumber(typed)
  return locator && { kind: 'contract', locator }
}
