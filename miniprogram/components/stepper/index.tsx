import { View } from '@tarojs/components'
import type { StepView } from '../../cloud/types'
import { t } from '../../i18n'
import { clock } from '../../i18n/time'
import './index.css'

/** The way from the form to the result, as the server tells it. */
export function Stepper({ steps }: { steps: StepView[] }) {
  return (
    <View className="c-stepper">
      {steps.map(step => (
        <View
          key={step.key}
          id={`step-${step.key}`}
          className={`c-step c-step--${step.status}`}
          aria-label={`${t(`step.${step.key}`)}, ${t(`stepStatus.${step.status}`)}`}
        >
          <View className="c-step__dot" />
          <View className="c-step__title">{t(`step.${step.key}`)}</View>
          <View className="c-step__note">{noteOf(step)}</View>
        </View>
      ))}
    </View>
  )
}

/** The time says that it is done; a failure is also said in words, not by colour alone. */
function noteOf({ status, at }: StepView): string {
  if (at === null) return t(`stepStatus.${status}`)
  return status === 'failed' ? `${t('stepStatus.failed')} · ${clock(at)}` : clock(at)
}
