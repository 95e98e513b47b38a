import type { AcceptMessagesResult } from '../../contract/message'
import { nextMonday } from '../../domain/message/message'
import { changeOrBegin } from '../../platform/change'
import type { Deps } from '../kit/deps'
import { operatorId } from '../operator/identity'
import { again } from './accept'
import { freshMessage, messageId } from './rows'

/** An operator agrees to be told on Monday how the week went; once each time. Harmless to repeat. Throws BUSY. */
export async function acceptWeekly(deps: Deps, openid: string): Promise<AcceptMessagesResult> {
  if (!deps.config.messages.weekly) return { kinds: [] }
  const kind = 'weekly'
  const about = operatorId(deps, openid)
  const dueAt = nextMonday(deps.clock())
  const fresh = freshMessage(deps, { kind, about, owner: openid, dueAt })
  await changeOrBegin(deps.store, 'messages', messageId(kind, about), before =>
    before ? again({ ...before, expiresAt: fresh.expiresAt }, openid, dueAt) : fresh,
  )
  return { kinds: [kind] }
}
