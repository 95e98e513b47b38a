import { cpSync, mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { deepest } from '../../config/lean-templates'
import { namesOfPages, withClasses } from '../../config/short-names.cjs'
import { type OpenApp, openInJsdom } from '../../sandbox/simulator/jsdom'
import type { BootOptions } from '../../sandbox/simulator/runtime/types'

/** Answers an action as the function `api` does, with `ok` and all. */
export type Cloud = (action: string, input: Record<string, unknown>) => unknown

let dist: string | null = null
const names = namesOfPages()

/**
 * Opens the compiled package before a made-up cloud. Packs a copy, so that a build beside cannot pull it away. Classes are
 * asked for by the names they have in the sources.
 */
export async function openCompiled(cloud: Cloud, options: BootOptions): Promise<OpenApp> {
  if (dist === null) {
    dist = mkdtempSync(path.join(os.tmpdir(), 'weapp-compiled-'))
    cpSync('dist/weapp', dist, { recursive: true })
  }
  const app = await openInJsdom(dist, {
    privacyAgreed: true,
    cloud: async (_name, event) => {
      const { action, input } = Object(event)
      return cloud(String(action), Object(input))
    },
    ...options,
  })
  const tooDeep = watchDepth(app)
  return {
    ...app,
    q: selector => app.q(withClasses(names, selector)),
    qa: selector => app.qa(withClasses(names, selector)),
    errors: () => [...app.errors(), ...unfilled(app.text()), ...tooDeep],
  }
}

/** What stands deeper in its own kind than there are templates: here it is drawn, in WeChat it is not. */
function watchDepth({ window }: OpenApp): string[] {
  const found: string[] = []
  const look = () => {
    for (const [name, levels] of Object.entries(deepest))
      if (
        window.document.querySelector(
          Array(levels + 1)
            .fill(`wx-${name}`)
            .join(' '),
        )
      )
        found.push(`too deep: ${name}`)
  }
  new window.MutationObserver(look).observe(window.document, { childList: true, subtree: true })
  return found
}

/** A parameter of a text that nobody gave stays visible. */
function unfilled(text: string): string[] {
  return (text.match(/\{\w{1,30}\}/g) ?? []).map(name => `not filled in: ${name}`)
}

/**
 * Waits until nothing is sent to the view any more: for several looks in a row, because after a moment in which the
 * machine stood still one look comes at once, before anything had its turn.
 */
export async function quiet(app: OpenApp): Promise<void> {
  let seen = -1
  for (let still = 0; still < 4; still++) {
    if (seen !== app.sim.stats.setData.length) still = 0
    seen = app.sim.stats.setData.length
    await new Promise(resolve => setTimeout(resolve, 15))
  }
}

/** A tap on what can be tapped now or soon, once everything done before has reached the screen. */
export async function pressOn(app: OpenApp, target: string): Promise<void> {
  await app.until(() => app.q(target)?.closest('[disabled]') === null)
  await quiet(app)
  app.tap(target)
}

/** From the first step of a form that is filled in to the tick of the last; another vendor than the usual by its id. */
export async function goOn(app: OpenApp, vendor?: string): Promise<void> {
  await pressOn(app, '#to-how')
  await app.until(() => app.q('#guide-how'))
  // Another one than the usual leads on by itself.
  await pressOn(app, vendor && app.q(`#vendor-${vendor}`) ? `#vendor-${vendor}` : '#to-agree')
  await app.until(() => app.q('#consent'))
  await quiet(app)
  app.check('#consent')
}
