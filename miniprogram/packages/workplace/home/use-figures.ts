import { useCallback, useState } from 'react'
import { useAnswer } from '../../../cloud/answer'
import { type ActionFailureError, callAction } from '../../../cloud/call'
import type { FiguresResult } from '../../../cloud/types'
import { usePoll } from '../../../cloud/use-poll'
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
  const askFor = useCallback(
    (of: Days) => ask(() => callAction('workplace.figures', spanOf(of, Date.now()))),
    [ask],
  )
  // Each answer has counted some days more.
  const goOn = useCallback(async () => (await askFor(days)) !== null, [askFor, days])
  usePoll({ active: (figures?.uncounted ?? 0) > 0, ask: goOn, baseSeconds: 1 })
  return {
    days,
    figures,
    pending,
    failure,
    load: async () => {
      await askFor(days)
    },
    choose: chosen => {
      setDays(chosen)
      askFor(chosen)
    },
  }
}
