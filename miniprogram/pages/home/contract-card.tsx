import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import { Button } from '../../components/button'
import { Field } from '../../components/field'
import { type ContractLocator, locatorOfNumber, locatorOfScan } from '../../contract/locator'
import { t } from '../../i18n'
import { toContract } from '../../routes'

/** The way to a contract: its number, typed or scanned. */
export function ContractCard({ vendor }: { vendor: string }) {
  const [number, setNumber] = useState('')
  const [complaint, setComplaint] = useState<string | null>(null)
  // A ref, because two taps can arrive before the state has changed.
  const scanning = useRef(false)

  const go = (found: ContractLocator | null, otherwise: string) => {
    setComplaint(found ? null : otherwise)
    if (found) toContract(found)
  }
  const scan = () => {
    if (scanning.current) return
    scanning.current = true
    Taro.scanCode({})
      .then(
        // A mini-program code has a path instead of a text.
        ({ result, path }) => go(locatorOfScan(path || result), t('home.contract.unknownCode')),
        () => undefined,
      )
      .finally(() => {
        scanning.current = false
      })
  }

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
          error={complaint}
          onInput={typed => {
            setComplaint(null)
            setNumber(typed)
          }}
        />
      </View>
      <Button
        id="contract-open"
        disabled={number.trim() === ''}
        onTap={() => go(locatorOfNumber(number), t('home.contract.badNumber'))}
      >
        {t('home.contract.open')}
      </Button>
      <Button id="contract-scan" kind="text" onTap={scan}>
        {t('home.contract.scan')}
      </Button>
    </View>
  )
}
