import { useCallback, useEffect, useRef, useState } from 'react'
import { callAction, toFailure } from '../../../cloud/call'
import type { ActionResults, Hint, Way } from '../../../cloud/types'
import { type Answers, noAnswers, withFailure, withView } from './answers'

type Answer = ActionResults['verification.get'] | ActionResults['verification.renew']

interface Verification {
  answers: Answers
  load: () => Promise<void>
  refresh: (hint?: Hint) => Promise<void>
  cancel: () => Promise<void>
  renew: (attempt: number, way: Way) => Promise<ActionResults['verification.renew'] | null>
}

/** One verification as the server tells it; every answer passes through the same door. */
export function useVerification(id: string): Verification {
  const [answers, setAnswers] = useState(noAnswers)
  const requests = useRef(0)

  const ask = useCallback(async <T extends Answer>(send: () => Promise<T>): Promise<T | null> => {
    requests.current += 1
    const request = requests.current
    try {
      const answer = await send()
      setAnswers(known => withView(known, answer.verification, request))
      return answer
    } catch (error) {
      setAnswers(known => withFailure(known, toFailure(error), request))
      return null
    }
  }, [])

  const load = useCallback(async () => {
    await ask(() => callAction('verification.get', { id }))
  }, [ask, id])

  const refresh = useCallback(
    async (hint?: Hint) => {
      await ask(() => callAction('verification.refresh', hint ? { id, hint } : { id }))
    },
    [ask, id],
  )

  const cancel = useCallback(async () => {
    await ask(() => callAction('verification.cancel', { id }))
  }, [ask, id])

  const renew = useCallback(
    (attempt: number, way: Way) => ask(() => callAction('verification.renew', { id, attempt, way })),
    [ask, id],
  )

  useEffect(() => {
    load()
  }, [load])

  return { answers, load, refresh, cancel, renew }
}
