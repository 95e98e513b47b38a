import { useCallback, useRef, useState } from 'react'
import { type ActionFailureError, toFailure } from './call'

export interface Asking<T> {
  /** As last known: a failure does not take it away. */
  answer: T | null
  /** Why the newest question was not answered. */
  failure: ActionFailureError | null
  /** A question is under way. */
  pending: boolean
  /** Asks, and asks again. What a question of before answers late is dropped: null then, as after a failure. */
  ask: (question: () => Promise<T>) => Promise<T | null>
  /** Takes over what is known from elsewhere, such as the answer of an act; questions under way are overtaken. */
  learn: (known: T | null | ((before: T | null) => T | null)) => void
}

/** Something a page asks the server for: the answer, how it went wrong, and asking again. */
export function useAnswer<T>(): Asking<T> {
  const [answer, setAnswer] = useState<T | null>(null)
  const [failure, setFailure] = useState<ActionFailureError | null>(null)
  const [pending, setPending] = useState(false)
  /** Numbers the questions, because answers may overtake each other. */
  const newest = useRef(0)

  const ask = useCallback(async (question: () => Promise<T>): Promise<T | null> => {
    newest.current += 1
    const number = newest.current
    setPending(true)
    try {
      const found = await question()
      if (number !== newest.current) return null
      setAnswer(() => found)
      setFailure(null)
      setPending(false)
      return found
    } catch (error) {
      if (number !== newest.current) return null
      setFailure(toFailure(error))
      setPending(false)
      return null
    }
  }, [])

  const learn = useCallback<Asking<T>['learn']>(known => {
    newest.current += 1
    setAnswer(known)
    setFailure(null)
    setPending(false)
  }, [])

  return { answer, failure, pending, ask, learn }
}
