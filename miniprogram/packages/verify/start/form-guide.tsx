import type { ReactNode } from 'react'
import { useEffect } from 'react'
import type { ActionFailureError } from '../../../cloud/call'
import type { ConfigResult, Subject, VendorView } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Notice } from '../../../components/notice'
import { Skeleton } from '../../../components/skeleton'
import { commonText, failureText } from '../../../i18n'
import { AgreeStep } from './agree-step'
import { ExistingSheet } from './existing-sheet'
import { GuidePage } from './guide'
import { startText } from './texts'
import { useAgreement } from './use-agreement'
import type { Guide } from './use-guide'
import type { Start } from './use-start'

interface FormGuideProps {
  subject: Subject
  guide: Guide
  start: Start
  config: ConfigResult | null
  failure: ActionFailureError | null
  reload: () => void
  offered: VendorView | null
  vendor: string
  /** Said when what the page is for is not offered. */
  closed: string
  /** Something else than text goes along. */
  licence: boolean
  who: ReactNode
  how: ReactNode
}

/** A form once it is known what it may ask; until then its outline, and what is wrong if the settings do not come. */
export function FormGuide(props: FormGuideProps) {
  const { config, failure, reload, offered, closed } = props
  if (config && offered) return <Steps {...props} config={config} offered={offered} />
  if (config) {
    return (
      <Notice id="closed" kind="warn">
        {closed}
      </Notice>
    )
  }
  if (!failure) return <Skeleton id="loading" shape={['line', 'cells4', 'button']} />
  return (
    <Notice id="config-failed" kind="error" action={{ text: commonText('retry'), onTap: reload }}>
      {failureText(failure)}
    </Notice>
  )
}

type StepsProps = FormGuideProps & { config: ConfigResult; offered: VendorView }

function Steps({ subject, guide, start, config, reload, offered, vendor, licence, who, how }: StepsProps) {
  const agreement = useAgreement(offered.id)
  const { agreed, setAgreed } = agreement
  const { obstacle } = start
  const refused = obstacle?.kind === 'failure' && obstacle.failure.code === 'CONSENT_REQUIRED'
  useEffect(() => {
    if (!refused) return
    // The text behind the tick may be another one now.
    setAgreed(false)
    reload()
  }, [refused, setAgreed, reload])

  const hints = {
    who: startText('stays'),
    how: startText('how.hint'),
    agree: startText(agreed ? 'start.note' : 'missing.consent', { vendor }),
  }
  return (
    <Apart>
      <GuidePage
        guide={guide}
        hint={hints[guide.step]}
        last={{
          text: startText(start.busy ? 'starting' : 'start'),
          disabled: !agreed,
          loading: start.busy,
          onTap: start.submit,
        }}
      >
        {guide.step === 'who' && who}
        {guide.step === 'how' && how}
        {guide.step === 'agree' && (
          <AgreeStep
            subject={subject}
            config={config}
            vendor={vendor}
            licence={licence}
            agreement={agreement}
            start={start}
          />
        )}
      </GuidePage>
      <Apart>
        {obstacle?.kind === 'existing' && <ExistingSheet existing={obstacle.verification} start={start} />}
      </Apart>
    </Apart>
  )
}
