/**
 * WeChat's seven fields: second minute hour day-of-month month day-of-week year, in UTC+8. Day-of-month and
 * day-of-week both given mean either. Our own few lines because cron-parser knows no year field.
 */
export interface Cron {
  expression: string
  /** The first moment after `after`, in ms since the epoch; undefined when there is none. */
  next(after: number): number | undefined
}

const fields = [
  { name: 'second', from: 0, to: 59 },
  { name: 'minute', from: 0, to: 59 },
  { name: 'hour', from: 0, to: 23 },
  { name: 'day of month', from: 1, to: 31 },
  { name: 'month', from: 1, to: 12 },
  { name: 'day of week (0 is Sunday)', from: 0, to: 6 },
  { name: 'year', from: 1970, to: 2099 },
] as const

type Field = (typeof fields)[number]

const chinaOffset = 8 * 3_600_000
const day = 86_400_000

export function parseCron(expression: string): Cron {
  const parts = expression.trim().split(/\s+/)
  if (parts.length !== fields.length) {
    throw new Error(`needs 7 fields (second minute hour day month weekday year), not ${parts.length}`)
  }
  const sets = fields.map((field, index) => parseField(parts[index] ?? '', field))
  const [seconds = [], minutes = [], hours = [], days = [], months = [], weekdays = [], years = []] = sets
  const isEitherDay = parts[3] !== '*' && parts[5] !== '*'

  const runsOn = (date: Date): boolean => {
    if (!years.includes(date.getUTCFullYear()) || !months.includes(date.getUTCMonth() + 1)) return false
    const onDay = days.includes(date.getUTCDate())
    const onWeekday = weekdays.includes(date.getUTCDay())
    return isEitherDay ? onDay || onWeekday : onDay && onWeekday
  }

  const next = (after: number): number | undefined => {
    // Shifted by eight hours, so that the UTC getters speak of China's clock.
    const start = (Math.floor(after / 1000) + 1) * 1000 + chinaOffset
    const lastYear = years.at(-1) ?? 0
    for (let midnight = Math.floor(start / day) * day; ; midnight += day) {
      const date = new Date(midnight)
      if (date.getUTCFullYear() > lastYear) return undefined
      if (!runsOn(date)) continue
      const moment = firstMoment(midnight, start)
      if (moment !== undefined) return moment - chinaOffset
    }
  }

  const firstMoment = (midnight: number, start: number): number | undefined => {
    for (const hour of hours) {
      for (const minute of minutes) {
        const minuteStart = midnight + (hour * 60 + minute) * 60_000
        if (minuteStart + 60_000 <= start) continue
        const second = seconds.find(each => minuteStart + each * 1000 >= start)
        if (second !== undefined) return minuteStart + second * 1000
      }
    }
    return undefined
  }

  return { expression, next }
}

/** Sorted values of `*`, `5`, `1-5`, each with `/step`, and lists of them. */
function parseField(text: string, field: Field): number[] {
  const values = new Set(text.split(',').flatMap(part => parsePart(part, field)))
  return [...values].sort((a, b) => a - b)
}

function parsePart(part: string, field: Field): number[] {
  const match = /^(?:(\*)|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part)
  if (!match) throw new Error(`has "${part}" for ${field.name}; only digits and , - * / are allowed`)
  const [, star, first, last, step] = match
  const from = star ? field.from : Number(first)
  const to = last !== undefined ? Number(last) : star || step !== undefined ? field.to : from
  const by = step === undefined ? 1 : Number(step)
  if (from < field.from || to > field.to || from > to || by < 1) {
    throw new Error(`has "${part}" for ${field.name}, which goes from ${field.from} to ${field.to}`)
  }
  return Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, index) => from + index * by)
}
