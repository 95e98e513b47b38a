import { clock } from '../../../i18n/time'
import { type Remaining, remaining } from './expiry'
import { linkText } from './texts'

/** `还剩 6 天 3 小时，2026-01-02 03:04 前有效` */
export function validityText(expiresAt: number, now: number): string {
  const rest = remaining(expiresAt, now)
  if (rest.kind === 'over') return linkText('valid.over')
  return linkText('valid.until', { left: leftText(rest), time: clock(expiresAt) })
}

function leftText(rest: Exclude<Remaining, { kind: 'over' }>): string {
  switch (rest.kind) {
    case 'lastMinute':
      return linkText('valid.lastMinute')
    case 'minutes':
      return linkText('valid.minutes', { minutes: rest.minutes })
    case 'hours':
      return linkText('valid.hours', { hours: rest.hours })
    case 'days':
      if (rest.hours === 0) return linkText('valid.wholeDays', { days: rest.days })
      return linkText('valid.days', { days: rest.days, hours: rest.hours })
  }
}
