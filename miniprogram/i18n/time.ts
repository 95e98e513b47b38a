import { t } from './index'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** `2026-01-02 03:04` in the phone's time zone. */
export function clock(at: number): string {
  const date = new Date(at)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`
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
