import { useState } from 'react'
import type { ConfigResult } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { ConsentRow } from '../../../components/consent-row'
import { type ConsentMatter, ConsentSheet } from './consent-sheet'
import { startText } from './texts'
import type { Agreement } from './use-agreement'

interface ConsentProps {
  matter: ConsentMatter
  config: ConfigResult | null
  vendor: string
  agreement: Agreement
}

/** The tick of the separate consent, and the text it stands for. */
export function Consent({ matter, config, vendor, agreement }: ConsentProps) {
  const [reading, setReading] = useState(false)
  return (
    <Apart>
      <ConsentRow
        id="consent"
        text={startText(`consent.${matter}`, { vendor })}
        linkText={startText('consent.read')}
        note={config ? startText('consent.version', { version: config.policy.version }) : ''}
        checked={agreement.agreed}
        disabled={!agreement.possible}
        onChange={agreement.setAgreed}
        onRead={() => setReading(true)}
      />
      <Apart>
        {reading && config && (
          <ConsentSheet matter={matter} config={config} vendor={vendor} onClose={() => setReading(false)} />
        )}
      </Apart>
    </Apart>
  )
}
