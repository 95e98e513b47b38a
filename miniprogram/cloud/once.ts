import { useCallback, useRef, useState } from 'react'
import { type ActionFailureError, toFailure } from './call'

export interface Once<K extends string> {
  /** What is being done. */
  busy: K | null
  /** How the last thing went wrong. */
  failure: { kind: K; error: ActionFailureError } | null
  /** Does one thing at a time; a second press is ignored. True when it was done. */
  once: (kind: K, work: () => Promise<unknown>) => Promise<boolean>
  dismiss: () => void
}

/** What a page does when something is pressed: at most one thing at a time, and how it went wrong until the next. */
export function useOnce<K extends string>(): Once<K> {
  const [busy, setBusy] = useState<K | null>(null)
  const [failure, setFailure] = useState<Once<K>['failure']>(null)
  // A ref, because two presses can arrive before the state has changed.
  const running = useRef(false)
  const once = useCallback(async (kind: K, work: () => Promise<unknown>) => {
    if (running.current) return false
    running.current = true
    setBusy(kind)
    setFailure(null)
    try {
      await work()
      return true
    } catch (error) {
      setFailure({ kind, error: toFailure(error) })
      return false
    } finally {
      running.current = false
      setBusy(null)
    }
  }, [])
  const dismiss = useCallback(() => setFailure(null), [])
  return { busy, failure, once, dismiss }
}
