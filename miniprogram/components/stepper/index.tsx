import { View } from '@tarojs/components'
import type { StepView } from '../../cloud/types'
import { clock } from '../../i18n/time'
import { stepperText } from './texts'
import './index.css'

/** The way from the form to the result, as the server tells it; of one that is over, only what was done of it. */
export function Stepper({ steps }: { steps: StepView[] }) {
  const over = steps.some(({ status }) => status === 'failed')
  return (
    <View className="c-stepper">
      {(over ? steps.filter(({ status }) => status !== 'todo') : steps).map(step => (
        <View
          key={step.key}
          id={`step-${step.key}`}
          className={`c-step c-step--${step.status}`}
          aria-label={`${stepperText(`step.${step.key}`)}, ${stepperText(`status.${step.status}`)}`}
        >
          <View className="c-step__dot" />
          <View className="c-step__title">{stepperText(`step.${step.key}`)}</View>
          <View className="c-step__note">{noteOf(step)}</View>
        </View>
      ))}
    </View>
  )
}

/** The time says that it is done; a failure is also said in words, not by colour alone. */
function noteOf({ status, at }: StepView): string {
  if (at === null) return stepperText(`status.${status}`)
  return status === 'failed' ? `${stepperText('status.failed')} · ${clock(at)}` : clock(at)
}
