import type { LinkView } from '../../../cloud/types'
import { clock } from '../../../i18n/time'
import { situationOf } from './situation'
import { linkText } from './texts'

/** What to send to an administrator who has not finished; null while there is nothing to send or nobody to remind. */
export function reminderOf(view: LinkView, now: number): string | null {
  const { rows, link } = view
  const situation = situationOf(view, now)
  if (link === null || rows === 0 || (situation !== 'live' && situation !== 'stale')) return null
  return linkText('remind.text', { n: rows, time: clock(link.expiresAt), url: link.shortUrl })
}

/** One below the other, each with whom it is for, masked as on the page. */
export function allReminders(links: readonly LinkView[], now: number): string[] {
  return links.flatMap(view => {
    const text = reminderOf(view, now)
    const { name, mobile } = view.administrator
    return text === null ? [] : [linkText('remind.to', { name, mobile, text })]
  })
}
