import type { FiguresResult } from '../../../cloud/types'

/** Of the last seven days, today included; `before`: of the seven before those. Verifications by the day they were begun. */
export interface LastWeek {
  started: number
  verified: number
  failed: number
  /** Neither verified nor failed. */
  open: number
  /** How many more were verified than in the week before; null: that week is not among the figures. */
  more: number | null
}

export function lastWeekOf({ days }: Pick<FiguresResult, 'days'>): LastWeek {
  const sum = (of: FiguresResult['days'], part: 'started' | 'verified' | 'failed') =>
    of.reduce((total, each) => total + each[part], 0)
  const week = days.slice(-7)
  const before = days.slice(-14, -7)
  const [started, verified, failed] = [sum(week, 'started'), sum(week, 'verified'), sum(week, 'failed')]
  const more = before.length === 7 ? verified - sum(before, 'verified') : null
  return { started, verified, failed, open: Math.max(0, started - verified - failed), more }
}
