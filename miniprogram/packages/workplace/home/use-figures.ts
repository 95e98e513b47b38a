import { useCallback, useRef, useState } from 'react'
import { type ActionFailureError, callAction, toFailure } from '../../../cloud/call'
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
  const [figures, setFigures] = useState<FiguresResult | null>(null)
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<ActionFailureError | null>(null)
  const requests = useRef(0)

  const fetch = useCallback(async (of: Days) => {
    requests.current += 1
    const request = requests.current
    setPending(true)
    try {
      const answer = await callAction('workplace.figures', spanOf(of, Date.now()))
      if (request !== requests.current) return
      setFigures(answer)
      setFailure(null)
    } catch (error) {
      if (request !== requests.current) return
      setFailure(toFailure(error))
    }
    setPending(false)
  }, [])

  return {
    days,
    figures,
    pending,
    failure,
    load: () => fetch(days),
    choose: chosen => {
      setDays(chosen)
      fetch(chosen)
    },
  }
}
