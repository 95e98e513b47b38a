import { t } from './index'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** `2026-01-02 03:04` in the phone's time zone. */
export function clock(at: number): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${hourOf(date)}`
}

/** `1月2日 03:04`, with the year when it is not this one. */
export function dayAndHour(at: number, now: number): string {
  const date = new Date(at)
  const year = date.getFullYear()
  const month = t('time.months').split(',')[date.getMonth()] ?? ''
  const parts = { month, day: date.getDate(), clock: hourOf(date) }
  if (year === new Date(now).getFullYear()) return t('time.day', parts)
  return t('time.day.year', { ...parts, year })
}

/** How long ago, in words within a day, by the clock before that. */
export function ago(at: number, now: number): string {
  const gone = now - at
  if (gone < minute) return t('time.now')
  if (gone < hour) return t('time.minutes', { n: Math.floor(gone / minute) })
  if (gone < day) return t('time.hours', { n: Math.floor(gone / hour) })
  return clock(at)
}

/** What is left until `at`, rounded down; null once it has passed. */
export function left(at: number, now: number): string | null {
  const rest = at - now
  if (rest <= 0) return null
  if (rest < minute) return t('left.none')
  if (rest < 2 * hour) return t('left.minutes', { n: Math.floor(rest / minute) })
  if (rest < 2 * day) return t('left.hours', { n: Math.floor(rest / hour) })
  return t('left.days', { n: Math.floor(rest / day) })
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}

function hourOf(date: Date): string {
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}
