import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ConfigResult } from '../../../cloud/types'
import { ConsentRow } from '../../../components/consent-row'
import { t } from '../../../i18n'
import { type ConsentMatter, ConsentSheet } from './consent-sheet'

interface ConsentProps {
  matter: ConsentMatter
  config: ConfigResult | null
  vendor: string
  agreed: boolean
  onAgree: (agreed: boolean) => void
}

/** The tick of the separate consent, and the text it stands for. */
export function Consent({ matter, config, vendor, agreed, onAgree }: ConsentProps) {
  const [reading, setReading] = useState(false)
  return (
    <View>
      <ConsentRow
        id="consent"
        text={t(`form.consent.${matter}`, { vendor })}
        linkText={t('form.consent.read')}
        note={config ? t('form.consent.version', { version: config.policy.version }) : ''}
        checked={agreed}
        onChange={onAgree}
        onRead={() => setReading(true)}
      />
      <View>
        {reading && config && (
          <ConsentSheet matter={matter} config={config} vendor={vendor} onClose={() => setReading(false)} />
        )}
      </View>
    </View>
  )
}
