import type { TrailRow } from '../../../cloud/types'
import { kt } from '../shared/texts'
import { caseTexts, ct } from './texts'

type Key = keyof typeof caseTexts.zh

/** A server newer than this page may know more events and causes; those go by their own names. */
function wordOf(kind: 'event' | 'cause', name: string): string {
  const key = `${kind}.${name}`
  return isKey(key) ? ct(key) : ct(`${kind}.other`, { name })
}

/** `收到机构通知：机构确认已通过`. */
export function whatText({ event, cause }: Pick<TrailRow, 'event' | 'cause'>): string {
  return ct('trail.what', { event: wordOf('event', event), cause: wordOf('cause', cause) })
}

/** `办理中 → 已认证`; one state alone where it stayed, or at the beginning. */
export function moveText({ from, to }: Pick<TrailRow, 'from' | 'to'>): string {
  const now = kt(`state.${to}`)
  return from === null || from === to ? now : ct('trail.move', { from: kt(`state.${from}`), to: now })
}

function isKey(key: string): key is Key {
  return key in caseTexts.zh
}
