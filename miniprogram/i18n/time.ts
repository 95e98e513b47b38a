import { timeText } from './time-texts'

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
  const month = timeText('months').split(',')[date.getMonth()] ?? ''
  const parts = { month, day: date.getDate(), clock: hourOf(date) }
  if (year === new Date(now).getFullYear()) return timeText('day', parts)
  return timeText('day.year', { ...parts, year })
}

/** How long ago, in words within a day, by the clock before that. */
export function ago(at: number, now: number): string {
  const gone = now - at
  if (gone < minute) return timeText('now')
  if (gone < hour) return timeText('minutes', { n: Math.floor(gone / minute) })
  if (gone < day) return timeText('hours', { n: Math.floor(gone / hour) })
  return clock(at)
}

/** What is left until `at`, to the nearest: who has just chosen thirty days reads thirty. null once it has passed. */
export function left(at: number, now: number): string | null {
  const rest = at - now
  if (rest <= 0) return null
  if (rest < minute) return timeText('left.none')
  if (rest < 2 * hour) return timeText('left.minutes', { n: Math.round(rest / minute) })
  if (rest < 2 * day) return timeText('left.hours', { n: Math.round(rest / hour) })
  return timeText('left.days', { n: Math.round(rest / day) })
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}

function hourOf(date: Date): string {
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}
