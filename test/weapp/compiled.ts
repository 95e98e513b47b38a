import { cpSync, mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type OpenApp, openInJsdom } from '../../sandbox/simulator/jsdom'
import type { BootOptions } from '../../sandbox/simulator/runtime/types'

/** Answers an action as the function `api` does, with `ok` and all. */
export type Cloud = (action: string, input: Record<string, unknown>) => unknown

let dist: string | null = null

/** Opens the compiled package before a made-up cloud. Packs a copy, so that a build beside cannot pull it away. */
export async function openCompiled(cloud: Cloud, options: BootOptions): Promise<OpenApp> {
  if (dist === null) {
    dist = mkdtempSync(path.join(os.tmpdir(), 'weapp-compiled-'))
    cpSync('dist/weapp', dist, { recursive: true })
  }
  return openInJsdom(dist, {
    privacyAgreed: true,
    cloud: async (_name, event) => {
      const { action, input } = Object(event)
      return cloud(String(action), Object(input))
    },
    ...options,
  })
}

/** Waits until nothing is sent to the view any more. */
export async function quiet(app: OpenApp): Promise<void> {
  for (let seen = -1; seen !== app.sim.stats.setData.length; ) {
    seen = app.sim.stats.setData.length
    await new Promise(resolve => setTimeout(resolve, 60))
  }
}
