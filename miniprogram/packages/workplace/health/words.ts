import { ago } from '../../../i18n/time'
import { healthText } from './texts'
import type { Health, Reach } from './use-health'

type Sweep = Health['sweep']
type Usage = Health['usage']

/** What an owner must do something about; null: nothing. */
export function sweepProblem(sweep: Sweep): string | null {
  if (!sweep) return healthText('sweep.never.problem')
  if (sweep.late) return healthText('sweep.late.problem')
  return sweep.failed === null ? null : healthText('sweep.failed.problem', { code: sweep.failed })
}

export function sweepText(sweep: Sweep, now: number): string {
  if (!sweep) return healthText('never')
  return healthText('sweep.last', { ago: ago(sweep.at, now), n: Math.ceil(sweep.ms / 1000) })
}

export function backlogText({ count, more, since }: Health['backlog'][number], now: number): string {
  if (count === 0 || since === null) return healthText('backlog.none')
  return healthText(more ? 'backlog.more' : 'backlog.some', { n: count, ago: ago(since, now) })
}

/** What was seen last counts. */
export function vendorText(
  { answeredAt, failedAt, failure }: Health['vendors'][number],
  now: number,
): string {
  if (failure && failedAt !== null && failedAt > (answeredAt ?? 0))
    return healthText(`vendor.${failure}`, { ago: ago(failedAt, now) })
  return answeredAt === null
    ? healthText('never')
    : healthText('vendor.answered', { ago: ago(answeredAt, now) })
}

const daysAMonth = 30

/** Reads and writes are limited by the day, calls by the month. */
export function usageText(what: keyof Usage['aDay'], { today, aDay, limits }: Usage): string {
  const isMonthly = what === 'calls'
  const n = isMonthly ? aDay[what] * daysAMonth : aDay[what]
  const parts = { today: today[what], n }
  const limit = limits[what]
  if (limit === null) return healthText(isMonthly ? 'usage.month' : 'usage.day', parts)
  const share = `${((100 * n) / limit).toFixed(1)}%`
  return healthText(isMonthly ? 'usage.month.share' : 'usage.day.share', { ...parts, share })
}

export function functionText(
  { at, release, agrees }: Health['functions'][number],
  now: number,
  ours: string,
): string {
  if (!agrees) return healthText('function.differs')
  if (release !== ours) return healthText('function.old', { release })
  return ago(at, now)
}

/** s a clock may be wrong before a vendor refuses our signatures. */
const tolerance = 60

export function reachedText(reached: Reach['vendors'][number]['reached']): string {
  if (!reached) return healthText('unreached')
  const off = Math.round((reached.ahead ?? 0) / 1000)
  if (Math.abs(off) < tolerance) return healthText('reached', { ms: reached.ms })
  return healthText(off > 0 ? 'clock.ahead' : 'clock.behind', { n: Math.abs(off) })
}

export function callbackText({ reached, passes }: Reach['callback']): string {
  if (reached && !passes) return healthText('callback.lost')
  return reachedText(reached)
}
