import type { Page } from 'playwright-core'
import { sandboxOperatorCode } from '../../sandbox/settings'
import { launchBrowser } from '../../sandbox/simulator/chromium'
import { openLocalWorld } from '../../test/support/local-world'
import type { GalleryLook } from './looks'
import { openPhone } from './phone'
import { walks } from './walks'

/** Where a walk stands. */
export interface Stop {
  walk: string
  look: string
  name: string
}

export interface TourOptions {
  looks: readonly GalleryLook[]
  /** One walk; all without it. */
  walk: string | undefined
  /** Of each phone, before it opens a page. */
  prepare?(page: Page): Promise<void>
  /** At each stop, once the screen rests. */
  rest(page: Page, at: Stop): Promise<void>
}

/** Walks all walks in all looks. Answers with what went no further; the screen where it stood is a stop called `stuck`. */
export async function tour({ looks, walk: only, prepare, rest }: TourOptions): Promise<string[]> {
  const browser = await launchBrowser()
  const stuck: string[] = []
  for (const look of looks) {
    // A world of its own: every look starts from nothing.
    const world = await openLocalWorld({ vendors: { ess: { taskDelayMs: 200 } } })
    const owner = 'oGalleryOwner'
    await world.action(owner, 'operator.claim', { code: sandboxOperatorCode })
    for (const [name, walk] of Object.entries(walks)) {
      if ((only !== undefined && name !== only) || look.without?.includes(name)) continue
      const phone = await openPhone({ browser, world, look, owner }, async (page, stop) =>
        rest(page, { walk: name, look: look.id, name: stop }),
      )
      await prepare?.(phone.page)
      try {
        await walk(phone)
      } catch (error) {
        stuck.push(`${look.id}: ${name} went no further: ${error instanceof Error ? error.message : error}`)
        await phone.shot('stuck')
      }
      await phone.close()
    }
    await world.close()
  }
  await browser.close()
  return stuck
}
