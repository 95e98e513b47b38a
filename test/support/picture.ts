import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pixelmatch from 'pixelmatch'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'

/** How screens looked when somebody last looked at them: `UPDATE_PICTURES=1` writes them anew. */
const kept = path.resolve('test/pictures')
/** What was seen instead, and where it differs; git-ignored. */
const seen = path.resolve('test/screenshots')

/**
 * Pixels that may differ, of a screen of 250,000: a letter or a line that moved by one pixel is more. Browser and fonts
 * come from npm, so that pictures are the same everywhere.
 */
const mayDiffer = 60

/**
 * What is wrong with the look of the phone's screen, in a sentence; null: it is as it was. With a browser of one's own
 * (`CHROMIUM_PATH`) letters are drawn otherwise, and nothing is compared.
 */
export async function looksOtherwise(page: Page, name: string): Promise<string | null> {
  if (process.env.CHROMIUM_PATH) return null
  const now = await page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' })
  const file = path.join(kept, `${name}.png`)
  if (process.env.UPDATE_PICTURES === '1') {
    mkdirSync(kept, { recursive: true })
    writeFileSync(file, now)
    return null
  }
  if (!existsSync(file)) return `there is no picture ${name}: run it with UPDATE_PICTURES=1, and look at it`
  const [was, is] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(now)]
  const { width, height } = is
  if (was.width !== width || was.height !== height) return `${name} has another size: ${width} × ${height}`
  const apart = new PNG({ width, height })
  const differing = pixelmatch(was.data, is.data, apart.data, width, height)
  if (differing <= mayDiffer) return null
  mkdirSync(seen, { recursive: true })
  writeFileSync(path.join(seen, `${name}.now.png`), now)
  writeFileSync(path.join(seen, `${name}.apart.png`), PNG.sync.write(apart))
  return `${name} looks otherwise (${differing} pixels): see test/screenshots/${name}.apart.png; if it is meant, UPDATE_PICTURES=1`
}
