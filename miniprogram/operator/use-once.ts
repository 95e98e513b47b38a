import { useCallback, useRef, useState } from 'react'
import { type ActionFailureError, toFailure } from '../cloud/call'

interface Once<K extends string> {
  /** What is being done. */
  busy: K | null
  /** How the last thing went wrong. */
  failure: { kind: K; error: ActionFailureError } | null
  /** Does one thing at a time; a second tap is ignored. True when it was done. */
  once: (kind: K, work: () => Promise<void>) => Promise<boolean>
  dismiss: () => void
}

/** The acts of a page: double taps count once, and what went wrong is kept until the next act. */
export function useOnce<K extends string>(): Once<K> {
  const [busy, setBusy] = useState<K | null>(null)
  const [failure, setFailure] = useState<{ kind: K; error: ActionFailureError } | null>(null)
  // A ref, because two taps can arrive before the state has changed.
  const running = useRef(false)
  const once = useCallback(async (kind: K, work: () => Promise<void>) => {
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
