import { createLog } from './platform/log'
import { firstWake, startNextRun } from './platform/nextRun'
import type { Deps } from './usecases/kit/deps'
import { unlessMisconfigured } from './usecases/kit/unlessMisconfigured'
import { claimRun } from './usecases/kit/wake'

const log = createLog()

/**
 * Starts a run of the sweep for what this call has left to be sent, so that it need not wait for the timer. Not
 * from calls of the mini-program: the sweep takes none that comes with an openid. Never throws: the timer comes anyway.
 */
export async function wakeSweep(dependencies: () => Deps): Promise<void> {
  const deps = unlessMisconfigured(dependencies)
  if (!deps) return
  const isOurs = await claimRun(deps).catch(() => false)
  if (isOurs) await startNextRun('sweep', firstWake, log)
}
