import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { type Journey, openJourney } from '../../test/support/journey'
import type { LocalWorld } from '../../test/support/local-world'
import type { GalleryLook } from './looks'

export interface PhoneParts {
  browser: Browser
  world: LocalWorld
  look: GalleryLook
  /** Where the pictures go. */
  folder: string
  /** What the walk is called. */
  walk: string
  /** Who owns this installation. */
  owner: string
}

/** A phone that is walked through, in one look. */
export interface GalleryPhone extends Journey {
  world: LocalWorld
  owner: string
  /** Opens a page as that person; each walk has people of its own. */
  go(openid: string, path?: string, query?: string): Promise<void>
  /** Takes a picture of what is on the screen once it rests. */
  shot(name: string): Promise<void>
  /** Everything the phone asks of the cloud fails from now on, or no longer. */
  offline(is: boolean): Promise<void>
}

export async function openPhone(
  { browser, world, look, folder, walk, owner }: PhoneParts,
  taken: (picture: { name: string; file: string; route: string }) => void,
): Promise<GalleryPhone> {
  const { size, dark = false, language, platform } = look
  const launch = { ...(language && { language }), ...(platform && { platform }) }
  const journey = await openJourney(browser, world.url, owner, { size, dark }, launch)
  if (look.textScale !== undefined) await journey.page.addInitScript(larger, sizesTimes(look.textScale))
  return {
    ...journey,
    world,
    owner,
    async go(openid, page = '', query = '') {
      const params = new URLSearchParams({
        openid,
        ...launch,
        ...(page && { path: page }),
        ...(query && { query }),
      })
      await journey.page.goto(`${world.url}/phone/?${params}`)
    },
    async shot(name) {
      await journey.page.waitForTimeout(600)
      const file = `${look.id}-${walk}-${name}.png`
      await journey.page.screenshot({ path: path.join(folder, file) })
      taken({ name, file, route: String(await journey.page.evaluate('__sim.pages().at(-1)?.route')) })
    },
    async offline(is) {
      const calls = '**/cloud/**'
      await (is ? journey.page.route(calls, route => route.abort()) : journey.page.unroute(calls))
    },
  }
}

/** The sizes of type of the mini-program, larger: as a rule that wins over its own. */
function sizesTimes(scale: number): string {
  const tokens = readFileSync('miniprogram/styles/tokens.css', 'utf8')
  const sizes = [...tokens.matchAll(/(--text-[a-z]+): (\d+)px/g)]
  const rules = sizes.map(([, name, px]) => `${name}: ${Number(px) * scale}px;`)
  return `.c-layout.c-layout { ${rules.join(' ')} }`
}

/** Runs in the page. */
function larger(rule: string): void {
  document.addEventListener('DOMContentLoaded', () => {
    const style = document.createElement('style')
    style.textContent = rule
    document.head.append(style)
  })
}
