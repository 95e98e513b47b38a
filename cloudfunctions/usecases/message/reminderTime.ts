import { byDay } from '../../domain/message/message'
import type { Deps } from '../kit/deps'

const day = 24 * 3600_000
/** ms before the end of what can be begun no longer then. */
const beforeEnd = day

/** When somebody who begins now is reminded by himself of what ends at `expiresAt`; null: it ends before. */
export function reminderTime(
  { config, clock }: Pick<Deps, 'config' | 'clock'>,
  expiresAt: number,
): number | null {
  const now = clock()
  const { reminderDays } = config
  const last = expiresAt - beforeEnd
  const at = reminderDays === null ? last : Math.min(last, now + reminderDays * day)
  const due = byDay(Math.max(at, now))
  return due < expiresAt ? due : null
}
