import type { TimerTrigger } from './function-config'
import type { Host } from './host'
import { answerLimit } from './limits'

/**
 * Fires the timer triggers. Invocations are asynchronous: a slow run does not hold up the next, but only one more may be
 * under way; one that ends in an error is made again twice, a minute apart.
 */
export interface Timers {
  /** Answers the JSON text of the result, or undefined when the function has no trigger. */
  fire(functionName: string): Promise<string> | undefined
  /** Replaces all triggers. */
  schedule(triggers: ReadonlyMap<string, TimerTrigger>): void
  stop(): void
}

const mostRunsAtOnce = 2
/** A run that ended in an error is made again so often, so far apart (ms). */
const repeats = 2
const repeatAfter = 60_000
/** The longest delay setTimeout can count. */
const longestDelayMs = 2 ** 31 - 1

export function createTimers(
  host: Host,
  options: { isEnabled: boolean; message?: string; now: () => number },
): Timers {
  const underWay = new Map<string, number>()
  let triggers: ReadonlyMap<string, TimerTrigger> = new Map()
  let handles: NodeJS.Timeout[] = []
  const waiting = new Set<NodeJS.Timeout>()

  const fire = (functionName: string): Promise<string> | undefined => {
    const trigger = triggers.get(functionName)
    if (!trigger) return undefined
    const event = {
      Type: 'Timer',
      TriggerName: trigger.name,
      Time: new Date(options.now()).toISOString(),
      Message: options.message ?? '',
    }
    return host.invoke({
      functionName,
      event: JSON.stringify(event),
      origin: { trigger: 'timer', source: 'wx_unknown' },
      resultLimit: answerLimit,
    })
  }

  const fireUnlessCrowded = async (functionName: string, repeatsLeft = repeats) => {
    const runs = underWay.get(functionName) ?? 0
    if (runs >= mostRunsAtOnce) return
    underWay.set(functionName, runs + 1)
    try {
      await fire(functionName)
    } catch {
      // The result of a timer run goes nowhere; the traffic log has the failure.
      if (repeatsLeft > 0) repeatLater(functionName, repeatsLeft - 1)
    } finally {
      underWay.set(functionName, (underWay.get(functionName) ?? 1) - 1)
    }
  }

  const repeatLater = (functionName: string, repeatsLeft: number) => {
    const handle = setTimeout(() => {
      waiting.delete(handle)
      void fireUnlessCrowded(functionName, repeatsLeft)
    }, repeatAfter).unref()
    waiting.add(handle)
  }

  const arm = (functionName: string, trigger: TimerTrigger, index: number) => {
    const due = trigger.cron.next(options.now())
    if (due === undefined) return
    const wait = Math.min(Math.max(due - options.now(), 0), longestDelayMs)
    const handle = setTimeout(() => {
      if (options.now() >= due) void fireUnlessCrowded(functionName)
      arm(functionName, trigger, index)
    }, wait)
    handles[index] = handle.unref()
  }

  const stop = () => {
    for (const handle of [...handles, ...waiting]) clearTimeout(handle)
    handles = []
    waiting.clear()
  }

  return {
    fire,
    stop,
    schedule: next => {
      stop()
      triggers = next
      if (!options.isEnabled) return
      for (const [index, [functionName, trigger]] of [...next].entries()) arm(functionName, trigger, index)
    },
  }
}
