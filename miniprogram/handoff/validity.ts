import { t } from '../i18n'
import { clock, left } from '../i18n/time'

/** How long a link or a code can be used; `expiresAt` in ms since the epoch, null when the vendor states no limit. */
export function validityText(expiresAt: number | null, now: number): string {
  if (expiresAt === null) return t('handoff.private')
  const rest = left(expiresAt, now)
  return rest === null ? t('handoff.expired') : t('handoff.expires', { time: clock(expiresAt), left: rest })
}
