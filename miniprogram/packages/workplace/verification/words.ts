import type { TrailRow } from '../../../cloud/types'
import type { KeyOf } from '../../../i18n'
import { workplaceText } from '../shared/texts'
import { verificationText } from './texts'

type Key = Extract<KeyOf<typeof verificationText>, `${'event' | 'cause'}.${string}`>

/** A server newer than this page may know more events and causes; those go by their own names. */
function wordOf(kind: 'event' | 'cause', name: string): string {
  const key = `${kind}.${name}`
  return isKey(key) ? verificationText(key) : verificationText(`${kind}.other`, { name })
}

/** `收到机构通知：机构确认已通过`. */
export function whatText({ event, cause }: Pick<TrailRow, 'event' | 'cause'>): string {
  return verificationText('trail.what', { event: wordOf('event', event), cause: wordOf('cause', cause) })
}

/** `办理中 → 已认证`; one state alone where it stayed, or at the beginning. */
export function moveText({ from, to }: Pick<TrailRow, 'from' | 'to'>): string {
  const now = workplaceText(`state.${to}`)
  return from === null || from === to
    ? now
    : verificationText('trail.move', { from: workplaceText(`state.${from}`), to: now })
}

function isKey(key: string): key is Key {
  return verificationText.has(key)
}
