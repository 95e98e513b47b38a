import { cpSync, mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type OpenApp, openInJsdom } from '../../sandbox/simulator/jsdom'
import type { BootOptions } from '../../sandbox/simulator/runtime/types'
import { type BatchWorld, batchId } from './batch-cloud'

let dist: string | null = null

/** Opens a page of the compiled package before a made-up cloud. Packs a copy, so that a build beside cannot pull it away. */
export async function openPage(page: string, world: BatchWorld, options: BootOptions = {}): Promise<OpenApp> {
  if (dist === null) {
    dist = mkdtempSync(path.join(os.tmpdir(), 'weapp-batch-'))
    cpSync('dist/weapp', dist, { recursive: true })
  }
  return openInJsdom(dist, {
    privacyAgreed: true,
    launch: { path: `packages/batch/${page}/index`, query: { id: batchId } },
    cloud: async (_name, event) => {
      const { action, input } = Object(event)
      return { ok: true, data: world.answer(String(action), Object(input)) }
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
