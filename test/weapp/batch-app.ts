import type { OpenApp } from '../../sandbox/simulator/jsdom'
import type { BootOptions } from '../../sandbox/simulator/runtime/types'
import { type BatchWorld, batchId } from './batch-cloud'
import { openCompiled } from './compiled'

/** Opens a page of batches before a made-up cloud. */
export function openPage(page: string, world: BatchWorld, options: BootOptions = {}): Promise<OpenApp> {
  return openCompiled(async (action, input) => ({ ok: true, data: await world.answer(action, input) }), {
    launch: { path: `packages/batch/${page}/index`, query: { id: batchId } },
    ...options,
  })
}
