import { View } from '@tarojs/components'
import { useEffect } from 'react'
import type { ConfigResult, Subject } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { FormObstacle } from '../../../form/obstacle'
import { failureText } from '../../../i18n'
import { Consent } from './consent'
import { ExistingSheet } from './existing-sheet'
import { startText } from './texts'
import type { Agreement } from './use-agreement'
import type { Start } from './use-start'
import './form.css'

interface StartAreaProps {
  subject: Subject
  config: ConfigResult | null
  vendor: string
  /** What the form itself needs is filled in. */
  filled: boolean
  /** Said while something is missing. */
  missing: string
  agreement: Agreement
  start: Start
  /** The consent was refused: perhaps the policy has changed meanwhile. */
  onConsentRefused: () => void
}

/** The end of every form: consent, what went wrong, the button. */
export function StartArea({
  subject,
  config,
  vendor,
  filled,
  missing,
  agreement,
  start,
  onConsentRefused,
}: StartAreaProps) {
  const { agreed, setAgreed } = agreement
  const { obstacle } = start
  const ready = filled && agreed
  const refused = obstacle?.kind === 'failure' && obstacle.failure.code === 'CONSENT_REQUIRED'
  useEffect(() => {
    if (!refused) return
    // The text behind the tick may be another one now.
    setAgreed(false)
    onConsentRefused()
  }, [refused, setAgreed, onConsentRefused])
  return (
    <Apart>
      <Consent matter={subject} config={config} vendor={vendor} agreement={agreement} />
      <Apart>
        <FormObstacle
          id="start-failed"
          obstacle={obstacle}
          button={startText('start')}
          say={failureText}
          retry={start.submit}
        />
      </Apart>
      <View className="p-form__start">
        <Button id="start" disabled={!ready} loading={start.busy} onTap={start.submit}>
          {start.busy ? startText('starting') : startText('start')}
        </Button>
        <View className="p-form__hint">{ready ? startText('start.note', { vendor }) : missing}</View>
        <View className="p-form__hint">{startText('stays')}</View>
      </View>
      <Apart>
        {obstacle?.kind === 'existing' && <ExistingSheet existing={obstacle.verification} start={start} />}
      </Apart>
    </Apart>
  )
}
