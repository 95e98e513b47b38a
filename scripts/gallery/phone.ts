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
      await rests(journey.page)
      await rest(journey.page, name)
    },
    async offline(is) {
      const calls = '**/cloud/**'
      await (is ? journey.page.route(calls, route => route.abort()) : journey.page.unroute(calls))
    },
  }
}

/** Nothing is asked of the cloud any more, and nothing was sent to the view for a while; a page that polls rests too. */
async function rests(page: Page): Promise<void> {
  await page.waitForTimeout(400)
  const stamp = () =>
    page.evaluate(
      '__sim.stats.api.filter(({ outcome }) => outcome === "pending").length + "," + __sim.stats.setData.length',
    )
  for (let looks = 0, before = await stamp(); looks < 20; looks++) {
    await page.waitForTimeout(300)
    const now = await stamp()
    if (now === before && String(now).startsWith('0,')) return
    before = now
  }
}
