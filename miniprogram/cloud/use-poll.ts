import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { type Patience, startPolling } from './poll'

/** Whether the page is on the screen. */
function useShown(): boolean {
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  return shown
}

export interface Poll {
  /** There is something to wait for. */
  active: boolean
  /** Must stay the same function: another one begins the rounds anew. */
  ask: () => Promise<unknown>
  baseSeconds: number
  patience?: Patience
  /** Another cause begins the rounds anew. */
  cause?: unknown
}

/** Asks while there is something to wait for and somebody looks on; silent while the page is hidden. */
export function usePoll({ active, ask, baseSeconds, patience, cause }: Poll): void {
  const shown = useShown()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `cause` is a cause, not a value.
  useEffect(() => {
    if (!shown || !active) return undefined
    return startPolling(ask, baseSeconds, patience)
  }, [shown, active, ask, baseSeconds, patience, cause])
}
