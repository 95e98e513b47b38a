import type { KeyOf } from '../../../../i18n'
import { timeText } from '../../../../i18n/time-texts'
import { homeText } from '../texts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Rounded up, for it is said as 「在 … 内」. */
export function durationText(ms: number): string {
  if (ms > 2 * day) return homeText('time.days', { n: Math.ceil(ms / day) })
  const minutes = Math.max(1, Math.ceil(ms / minute))
  const [h, m] = [Math.floor(minutes / 60), minutes % 60]
  if (h === 0) return homeText('time.minutes', { n: m })
  return m === 0 ? homeText('time.hours', { n: h }) : homeText('time.hours.minutes', { h, m })
}

/** `2026-01-31` → 1月31日. */
export function dayText(day: string): string {
  const [, month = '', date = ''] = day.split('-')
  return homeText('days.day', {
    month: timeText('months').split(',')[Number(month) - 1] ?? '',
    day: Number(date),
  })
}

/** A server newer than this page may know more reasons. */
export function reasonText(reason: string): string {
  const key = `failure.${reason}`
  return isKey(key) ? homeText(key) : homeText('failure.other')
}

function isKey(key: string): key is Extract<KeyOf<typeof homeText>, `failure.${string}`> {
  return homeText.has(key)
}
