import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import { drawPoster, type PosterOutcome } from './draw'
import type { PosterContent } from './layout'

export const canvasId = 'poster-canvas'

export interface PosterState {
  /** Its canvas must be on the page. */
  wanted: boolean
  busy: boolean
  outcome: PosterOutcome | null
  /** `code`: gives the picture of the code, null when there is none. */
  make: (content: PosterContent, code: () => Promise<string | null>) => Promise<void>
  forget: () => void
}

export function usePoster(): PosterState {
  const [wanted, setWanted] = useState(false)
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<PosterOutcome | null>(null)
  // A ref, because two taps can arrive before the state has changed.
  const running = useRef(false)
  return {
    wanted,
    busy,
    outcome,
    async make(content, code) {
      if (running.current) return
      running.current = true
      setBusy(true)
      setOutcome(null)
      setWanted(true)
      const picture = await code()
      // The canvas can be found once it has reached the screen.
      await new Promise<void>(resolve => Taro.nextTick(() => resolve()))
      if (picture !== null) setOutcome(await drawPoster(canvasId, content, picture))
      running.current = false
      setBusy(false)
    },
    forget: () => setOutcome(null),
  }
}
