import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useOnce } from '../../../../cloud/once'
import { drawPoster, type PosterOutcome } from './draw'
import type { PosterContent } from './layout'

export const canvasId = 'poster-canvas'

export interface PosterState {
  /** Its canvas must be on the page. */
  wanted: boolean
  busy: boolean
  outcome: PosterOutcome | null
  /** `code`: gives the picture of the code, null when there is none. */
  make: (
    written: () => Promise<{ content: PosterContent; logo: string | null }>,
    code: () => Promise<string | null>,
  ) => Promise<unknown>
  forget: () => void
}

export function usePoster(): PosterState {
  const [wanted, setWanted] = useState(false)
  const [outcome, setOutcome] = useState<PosterOutcome | null>(null)
  const { busy, once } = useOnce<'make'>()
  return {
    wanted,
    busy: busy !== null,
    outcome,
    make: (written, code) =>
      once('make', async () => {
        setOutcome(null)
        setWanted(true)
        const [{ content, logo }, picture] = await Promise.all([written(), code()])
        // The canvas can be found once it has reached the screen.
        await new Promise<void>(resolve => Taro.nextTick(() => resolve()))
        if (picture !== null) setOutcome(await drawPoster(canvasId, content, picture, logo))
      }),
    forget: () => setOutcome(null),
  }
}
