/** How many calls an action takes in any second, and how many organizations the caller creates in a day. */
import type { Clock } from '../kit/clock'
import { type Action, ApiFault } from './protocol'

export function createThrottle(options: { clock: Clock; requestsPerSecond: number; tasksPerDay: number }) {
  const { clock, requestsPerSecond, tasksPerDay } = options
  const calls = new Map<Action, number[]>()
  const exceeded = new Map<Action, number>()
  let created = { day: '', count: 0 }

  return {
    /** A refused call does not count as one. */
    call(action: Action): void {
      const now = clock.now()
      const recent = (calls.get(action) ?? []).filter(at => at > now - 1000 && at <= now)
      calls.set(action, recent)
      if (recent.length >= requestsPerSecond) {
        exceeded.set(action, (exceeded.get(action) ?? 0) + 1)
        throw new ApiFault(
          'RequestLimitExceeded',
          `Your current request times exceed the limit \`${requestsPerSecond}\` per second for action \`${action}\`.`,
        )
      }
      recent.push(now)
    },

    create(organizations: number): void {
      const day = chinaDay(clock.now())
      if (created.day !== day) created = { day, count: 0 }
      if (created.count + organizations > tasksPerDay) {
        throw new ApiFault('LimitExceeded', `每天最多创建${tasksPerDay}条企业认证任务`)
      }
      created.count += organizations
    },

    exceeded: (): Record<string, number> =>
      Object.fromEntries([...exceeded].map(([action, times]) => [`/${action}`, times])),

    clear(): void {
      calls.clear()
      exceeded.clear()
      created = { day: '', count: 0 }
    },
  }
}

export type Throttle = ReturnType<typeof createThrottle>

function chinaDay(now: number): string {
  return new Date(now + 8 * 3_600_000).toISOString().slice(0, 10)
}
