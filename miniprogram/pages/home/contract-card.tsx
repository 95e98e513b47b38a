import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Field } from '../../components/field'
import { locatorOfNumber } from '../../contract/locator'
import { openEntry } from '../../entry/open'
import { type Entry, entryOfScan } from '../../entry/parse'
import { et } from '../../entry/texts'
import { useScan } from '../../entry/use-scan'
import { t } from '../../i18n'

/** The way to a contract: its number, typed or scanned. */
export function ContractCard({ vendor }: { vendor: string }) {
  const [number, setNumber] = useState('')
  const [complaint, setComplaint] = useState<string | null>(null)

  const go = (entry: Entry | null, otherwise: string) => {
    setComplaint(entry ? null : otherwise)
    if (entry) openEntry(entry)
  }
  // Contracts are also printed with their bare number as a code.
  const { scan, failed } = useScan(code =>
    go(entryOfScan(code) ?? entryOfNumber(code.result ?? ''), t('home.contract.unknownCode')),
  )

  return (
    <View className="p-home__card">
      <View className="p-home__title">{t('home.contract')}</View>
      <View className="p-home__lead">{t('home.contract.lead', { vendor })}</View>
      <View className="p-home__number">
        <Field
          id="contract-number"
          label={t('home.contract.number')}
          value={number}
          placeholder={t('home.contract.number.placeholder')}
          maxlength={64}
          error={failed ? et('scan.failed') : complaint}
          onInput={typed => {
            setComplaint(null)
            setNumber(typed)
          }}
        />
      </View>
      <Button
        id="contract-open"
        disabled={number.trim() === ''}
        onTap={() => go(entryOfNumber(number), t('home.contract.badNumber'))}
      >
        {t('home.contract.open')}
      </Button>
      <Button id="contract-scan" kind="text" onTap={scan}>
        {t('home.contract.scan')}
      </Button>
    </View>
  )
}

function entryOfNumber(typed: string): Entry | null {
  const locator = locatorOfNumber(typed)
  return locator && { kind: 'contract', locator }
}
