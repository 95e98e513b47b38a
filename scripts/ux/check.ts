import type { GalleryLook } from '../gallery/looks'
import { tour } from '../gallery/tour'
import { measure, watch } from './measure'
import { faults, type Screen } from './report'

interface CheckOptions {
  looks: readonly GalleryLook[]
  /** One walk; all without it. */
  walk?: string | undefined
  /** Of each screen, as soon as it is measured. */
  onScreen?(screen: Screen): void
}

interface Checked {
  screens: Screen[]
  /** Those that are too much for the limits. */
  bad: Screen[]
  /** Walks that went no further, and why. */
  stuck: string[]
}

/** Walks through the compiled mini-program as the gallery does, and measures every screen on the way. */
export async function check({ looks, walk, onScreen }: CheckOptions): Promise<Checked> {
  const screens: Screen[] = []
  const stuck = await tour({
    looks,
    walk,
    prepare: watch,
    async rest(page, at) {
      const screen = { ...(await measure(page)), ...at }
      screens.push(screen)
      onScreen?.(screen)
    },
  })
  return { screens, bad: screens.filter(screen => faults(screen).length > 0), stuck }
}
