import type { Browser, Page } from 'playwright-core'
import { type Journey, openJourney } from '../../test/support/journey'
import type { LocalWorld } from '../../test/support/local-world'
import type { GalleryLook } from './looks'

export interface PhoneParts {
  browser: Browser
  world: LocalWorld
  look: GalleryLook
  /** Who owns this installation. */
  owner: string
}

/** A phone that is walked through, in one look. */
export interface GalleryPhone extends Journey {
  world: LocalWorld
  owner: string
  /** Opens a page as that person; each walk has people of its own. */
  go(openid: string, path?: string, query?: string): Promise<void>
  /** Looks at what is on the screen once it rests. */
  shot(name: string): Promise<void>
  /** Everything the phone asks of the cloud fails from now on, or no longer. */
  offline(is: boolean): Promise<void>
}

export async function openPhone(
  { browser, world, look, owner }: PhoneParts,
  rest: (page: Page, name: string) => Promise<void>,
): Promise<GalleryPhone> {
  const { size, dark = false, language, platform } = look
  const launch = { ...(language && { language }), ...(platform && { platform }) }
  const journey = await openJourney(browser, world.url, owner, { size, dark }, launch)
  return {
    ...journey,
    world,
    owner,
    async go(openid, page = '', query = '') {
      const params = new URLSearchParams({
        openid,
        ...launch,
        ...(look.textScale && { text: String(look.textScale) }),
        ...(page && { path: page }),
        ...(query && { query }),
      })
      await journey.page.goto(`${world.url}/phone/?${params}`)
    },
    async shot(name) {
      await journey.page.waitForTimeout(600)
      await rest(journey.page, name)
    },
    async offline(is) {
      const calls = '**/cloud/**'
      await (is ? journey.page.route(calls, route => route.abort()) : journey.page.unroute(calls))
    },
  }
}
