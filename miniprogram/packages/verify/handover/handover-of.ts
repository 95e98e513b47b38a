import type { CreateHandoverInput } from '../../../cloud/types'
import { tokenOf } from '../../../entry/token'

type Query = Partial<Record<string, string>>

/** What the phone shall go on with, from the query of the page; null when it names nothing. */
export function handoverOf({ subject, id, token }: Query): CreateHandoverInput | null {
  if (subject === 'person' || subject === 'organization') return { kind: 'start', subject }
  if (id !== undefined && /^v_[0-9a-f]{32}$/.test(id)) return { kind: 'verification', id }
  const invitation = tokenOf(token)
  return invitation === null ? null : { kind: 'invitation', token: invitation }
}
