import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { classes } from '../../../components/classes'
import { startText } from './texts'
import { type Guide, type Step, steps } from './use-guide'
import './guide.css'

interface GuidePageProps {
  guide: Guide
  /** The main button of the last step. */
  last: { text: string; disabled: boolean; loading: boolean; onTap: () => void }
  /** Said above the buttons. */
  hint: string
  children: ReactNode
}

/** One step of a start at a time: which one it is, what it asks, and the buttons, always in sight. */
export function GuidePage({ guide, last, hint, children }: GuidePageProps) {
  const at = steps.indexOf(guide.step)
  const before = steps[at - 1]
  return (
    <View className="p-guide">
      <View className="p-guide__steps">
        {steps.map((step, index) => (
          <StepMark key={step} step={step} index={index} at={at} onBack={() => guide.go(step)} />
        ))}
      </View>
      <View id={`guide-${guide.step}`} className="p-guide__body">
        {children}
      </View>
      <View className="p-guide__bar">
        <View id="guide-hint" className="p-guide__hint">
          {hint}
        </View>
        <View className="p-guide__buttons">
          <Apart>
            {before && (
              <View className="p-guide__back">
                <Button id="guide-back" kind="text" onTap={() => guide.go(before)}>
                  {startText('back')}
                </Button>
              </View>
            )}
          </Apart>
          <View className="p-guide__main">
            {guide.step === 'agree' ? (
              <Button id="start" disabled={last.disabled} loading={last.loading} onTap={last.onTap}>
                {last.text}
              </Button>
            ) : (
              // Of its own for each step: a finger that taps twice does not skip one.
              <Button id={guide.step === 'who' ? 'to-how' : 'to-agree'} onTap={guide.next}>
                {startText('next')}
              </Button>
            )}
          </View>
        </View>
      </View>
    </View>
  )
}

interface StepMarkProps {
  step: Step
  index: number
  at: number
  onBack: () => void
}

function StepMark({ step, index, at, onBack }: StepMarkProps) {
  const state = index < at ? 'done' : index === at ? 'now' : 'todo'
  return (
    <View
      id={`guide-to-${step}`}
      className={classes('p-guide__step', { [`p-guide__step--${state}`]: true })}
      // Begins as it reads: whoever speaks to the phone says what is seen.
      aria-label={startText(`step.${state}`, { number: String(index + 1), step: startText(`step.${step}`) })}
      {...(state === 'done' && { 'aria-role': 'button', onClick: onBack })}
    >
      {startText(`step.${step}`)}
    </View>
  )
}
