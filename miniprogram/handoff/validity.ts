import { clock, left } from '../i18n/time'
import { handoffText } from './texts'

/** How long a link or a code can be used; `expiresAt` in ms since the epoch, null when the vendor states no limit. */
export function validityText(expiresAt: number | null, now: number): string {
  if (expiresAt === null) return handoffText('private')
  const rest = left(expiresAt, now)
  return rest === null
    ? handoffText('expired')
    : handoffText('expires', { time: clock(expiresAt), left: rest })
}
