import { useCallback, useRef, useState } from 'react'
import { type ActionFailureError, toFailure } from './call'

export interface Answered<T> {
  answer: T | null
  failure: ActionFailureError | null
  pending: boolean
}
const nothing = { answer: null, failure: null, pending: false }

export interface Answers<K extends string, T> {
  /** What is known about one of them at this very moment. */
  of: (key: K) => Answered<T>
  /** Asks for one of them, beside the others; asked again while that is under way, it waits for the same answer. */
  ask: (key: K, question: () => Promise<T>) => Promise<T | null>
  /** Nothing is known any more; what is under way is dropped. */
  forget: () => void
}

/** Several things of a kind a page asks the server for, each when it is wanted: like `useAnswer`, by name. */
export function useAnswers<K extends string, T>(): Answers<K, T> {
  // Refs, because two taps can arrive before the state has changed; the state only has it drawn.
  const known = useRef(new Map<K, Answered<T>>())
  const underWay = useRef(new Map<K, Promise<T | null>>())
  const [, draw] = useState(0)

  const of = useCallback((key: K): Answered<T> => known.current.get(key) ?? nothing, [])

  const send = useCallback(async (key: K, question: () => Promise<T>): Promise<T | null> => {
    const { current } = known
    const put = (part: Partial<Answered<T>>) => {
      current.set(key, { ...(current.get(key) ?? nothing), ...part })
      draw(times => times + 1)
    }
    put({ pending: true, failure: null })
    try {
      const answer = await question()
      if (current !== known.current) return null
      put({ answer, pending: false })
      return answer
    } catch (error) {
      put({ failure: toFailure(error), pending: false })
      return null
    }
  }, [])

  const ask = useCallback(
    (key: K, question: () => Promise<T>) => {
      const running = underWay.current
      const before = running.get(key)
      if (before) return before
      const asked = send(key, question).finally(() => running.delete(key))
      running.set(key, asked)
      return asked
    },
    [send],
  )

  const forget = useCallback(() => {
    known.current = new Map()
    underWay.current = new Map()
    draw(times => times + 1)
  }, [])

  return { of, ask, forget }
}
