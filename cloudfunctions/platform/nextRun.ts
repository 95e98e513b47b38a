import type { Log } from './log'
import { cloudCalls } from './sdk'

/** ms; the request is on its way by then, and this run does not wait for the end of the next one. */
const handOver = 1000

/**
 * Lets a function run again at once, with the event of a timer. Whether a run of the timer may call functions on WeChat
 * is not proven: when it may not, the timer comes anyway.
 */
export async function startNextRun(name: string, message: string, log: Log): Promise<void> {
  const data = { Type: 'Timer', TriggerName: name, Time: new Date().toISOString(), Message: message }
  const call = cloudCalls()
    .callFunction({ name, data })
    .catch((error: unknown) =>
      log.warn('nextRun.failed', { error: error instanceof Error ? error.name : 'unknown' }),
    )
  const timer = new Promise<void>(resolve => setTimeout(resolve, handOver))
  await Promise.race([call, timer])
}

/** The message of a run that sends what another run has left; `sweep/message.ts` reads it. */
export const firstWake = 'wake 1'
