import { useCallback, useRef, useState } from 'react'
import { type ActionFailureError, toFailure } from './call'

export interface Asking<T> {
  /** As last known: a failure does not take it away. */
  answer: T | null
  /** Why the newest question was not answered. */
  failure: ActionFailureError | null
  /** A question is under way. */
  pending: boolean
  /** Asks, and asks again. null after a failure, and when a later question has made the answer worthless. */
  ask: (question: () => Promise<T>) => Promise<T | null>
  /** Takes over what is known from elsewhere, such as the answer of an act; questions under way are overtaken. */
  learn: (known: T | null) => void
  /** Changes something in what is known; what a question under way brings comes after it. */
  change: (work: (known: T | null) => T | null) => void
}

export interface AskingHow<T> {
  /** What is known before the first question. */
  first?: T | null
  /**
   * ms: when an answer was true. Answers are then measured by it instead of dropped: an older one never takes the
   * place of a newer one, in whatever order they were asked for and come. Must stay the same function.
   */
  dated?: (answer: T) => number
  /** A question asked while one is under way waits for that one's answer instead. */
  joins?: boolean
}

/** Something a page asks the server for: the answer, how it went wrong, and asking again. */
export function useAnswer<T>({ first = null, dated, joins = false }: AskingHow<T> = {}): Asking<T> {
  const [answer, setAnswer] = useState<T | null>(first)
  const [failure, setFailure] = useState<ActionFailureError | null>(null)
  const [pending, setPending] = useState(false)
  /** Numbers the questions, because answers may overtake each other. */
  const newest = useRef(0)
  const underWay = useRef<Promise<T | null> | null>(null)

  const take = useCallback(
    (found: T, overtaken = false) =>
      setAnswer(before => (before === null || replaces(before, found, dated, overtaken) ? found : before)),
    [dated],
  )

  const send = useCallback(
    async (question: () => Promise<T>): Promise<T | null> => {
      newest.current += 1
      const number = newest.current
      setPending(true)
      try {
        const found = await question()
        const overtaken = number !== newest.current
        if (overtaken && !dated) return null
        take(found, overtaken)
        if (overtaken) return found
        setFailure(null)
        setPending(false)
        return found
      } catch (error) {
        if (number !== newest.current) return null
        setFailure(toFailure(error))
        setPending(false)
        return null
      }
    },
    [dated, take],
  )

  const ask = useCallback(
    (question: () => Promise<T>) => {
      if (joins && underWay.current) return underWay.current
      const asked = send(question).finally(() => {
        if (underWay.current === asked) underWay.current = null
      })
      underWay.current = asked
      return asked
    },
    [joins, send],
  )

  const learn = useCallback(
    (known: T | null) => {
      if (known !== null && dated) return take(known)
      newest.current += 1
      setAnswer(() => known)
      setFailure(null)
      setPending(false)
    },
    [dated, take],
  )

  const change = useCallback<Asking<T>['change']>(work => setAnswer(work), [])

  return { answer, failure, pending, ask, learn, change }
}

/** One that says nothing new stays out of the way: nothing has to be drawn for it. */
function replaces<T>(known: T, found: T, dated: AskingHow<T>['dated'], overtaken: boolean): boolean {
  const newer = dated ? dated(found) - dated(known) : 0
  if (newer < 0 || (overtaken && newer === 0)) return false
  return JSON.stringify(found) !== JSON.stringify(known)
}
