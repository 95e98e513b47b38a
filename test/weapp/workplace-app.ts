import type { OpenApp } from '../../sandbox/simulator/jsdom'
import type { BootOptions } from '../../sandbox/simulator/runtime/types'
import { openCompiled } from './compiled'
import type { WorkplaceWorld } from './workplace-cloud'

/** Opens a page before a made-up cloud of the workplace. */
export function openWorkplace(
  path: string,
  world: WorkplaceWorld,
  query: Record<string, string> = {},
  options: BootOptions = {},
): Promise<OpenApp> {
  return openCompiled((action, input) => world.answer(action, input), { launch: { path, query }, ...options })
}
