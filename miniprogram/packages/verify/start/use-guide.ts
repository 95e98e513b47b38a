import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { FieldError } from './field-error'
import { startText } from './texts'
import type { Start } from './use-start'

export const steps = ['who', 'how', 'agree'] as const
export type Step = (typeof steps)[number]

/** What a field of the form shows and tells. */
interface Place {
  error: string | null
  focus: boolean
  onLeave: () => void
}

export interface Guide {
  step: Step
  go: (step: Step) => void
  /** On from the step that is shown, once nothing is wrong with it: otherwise all that is wrong is shown at once. */
  next: () => void
  /** The same once what was chosen in this moment has arrived. */
  nextWith: () => void
  at: (field: string) => Place
  /** Before a field changes: the complaint about it goes. */
  edited: () => void
}

interface GuideParts {
  /** All that is wrong or missing now, in the order of the page. */
  faults: readonly FieldError[]
  start: Start
  /** Fields of the second step; all others are of the first. */
  howFields: readonly string[]
  /** A field was left. */
  onLeave: (field: string) => void
}

/** The three steps of a start: nobody gets on with something wrong, and nothing is asked of the server before the last. */
export function useGuide({ faults, start, howFields, onLeave }: GuideParts): Guide {
  const [step, setStep] = useState<Step>('who')
  const [looked, setLooked] = useState<readonly string[]>([])
  const [focus, setFocus] = useState<string | null>(null)
  const [left, setLeft] = useState<{ field: string } | null>(null)
  const [chosen, setChosen] = useState<object | null>(null)
  const refused = start.obstacle?.kind === 'field' ? start.obstacle.error : null

  const go = (to: Step) => {
    setStep(to)
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined)
  }
  const show = (wrong: readonly FieldError[]) => {
    const [first] = wrong
    if (!first) return
    setLooked(before => [...before, ...wrong.map(({ field }) => field)])
    setFocus(first.field)
    setStep(howFields.includes(first.field) ? 'how' : 'who')
    Taro.pageScrollTo({ selector: `#field-${first.field}`, offsetTop: -24 }).catch(() => undefined)
  }
  // Looked at once what was typed last has arrived: it may be left in the same moment.
  // biome-ignore lint/correctness/useExhaustiveDependencies: that it was left is the reason to look.
  useEffect(() => {
    if (!left) return
    onLeave(left.field)
    // An empty field that is merely passed through is no mistake yet.
    if (faults.some(each => each.field === left.field && !each.empty))
      setLooked(before => [...before, left.field])
  }, [left])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the server refused is the reason to go back there.
  useEffect(() => {
    show(refused ? [refused] : [])
  }, [refused])

  const next = () => {
    if (faults.length > 0) return show(faults)
    const on = steps[steps.indexOf(step) + 1]
    if (on) go(on)
  }
  // Another vendor may need more, or take less: its faults are known once the form is drawn with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: that it was chosen is the reason to go on.
  useEffect(() => {
    if (chosen) next()
  }, [chosen])

  return {
    step,
    go,
    next,
    nextWith: () => setChosen({}),
    at: field => {
      const fault = looked.includes(field) ? faults.find(each => each.field === field) : null
      const error = refused?.field === field ? refused : fault
      return {
        error: error ? startText(error.text, error.params) : null,
        focus: focus === field,
        onLeave: () => {
          setFocus(null)
          setLeft({ field })
        },
      }
    },
    edited: () => {
      if (refused) start.dismiss()
    },
  }
}
