import { useState } from 'react'
import { useAnswer } from '../../../cloud/answer'
import { type ActionFailureError, callAction } from '../../../cloud/call'
import type { FiguresResult } from '../../../cloud/types'
import { type Days, spanOf } from './span'

export interface FiguresState {
  days: Days
  /** Of the days chosen before, while `pending`. */
  figures: FiguresResult | null
  pending: boolean
  failure: ActionFailureError | null
  load: () => Promise<void>
  choose: (days: Days) => void
}

export function useFigures(): FiguresState {
  const [days, setDays] = useState<Days>(30)
  const { answer: figures, pending, failure, ask } = useAnswer<FiguresResult>()
  const askFor = async (of: Days) => {
    await ask(() => callAction('workplace.figures', spanOf(of, Date.now())))
  }
  return {
    days,
    figures,
    pending,
    failure,
    load: () => askFor(days),
    choose: chosen => {
      setDays(chosen)
      askFor(chosen)
    },
  }
}
