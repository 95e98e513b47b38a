import { clock } from '../../../i18n/time'
import { type Remaining, remaining } from './expiry'
import { kt } from './texts'

/** `还剩 6 天 3 小时，2026-01-02 03:04 前有效` */
export function validityText(expiresAt: number, now: number): string {
  const rest = remaining(expiresAt, now)
  if (rest.kind === 'over') return kt('valid.over')
  return kt('valid.until', { left: leftText(rest), time: clock(expiresAt) })
}

function leftText(rest: Exclude<Remaining, { kind: 'over' }>): string {
  switch (rest.kind) {
    case 'lastMinute':
      return kt('valid.lastMinute')
    case 'minutes':
      return kt('valid.minutes', { minutes: rest.minutes })
    case 'hours':
      return kt('valid.hours', { hours: rest.hours })
    case 'days':
      if (rest.hours === 0) return kt('valid.wholeDays', { days: rest.days })
      return kt('valid.days', { days: rest.days, hours: rest.hours })
  }
}
