import type { AcceptMessagesResult } from '../../contract/message'
import { ActionError } from '../../domain/errors'
import { isOpen } from '../../domain/lifecycle'
import { byDay, type Message, reminderPause } from '../../domain/message/message'
import type { MessageKind } from '../../domain/message/template'
import type { Verification } from '../../domain/verification'
import { changeOrBegin } from '../../platform/change'
import type { Deps } from '../kit/deps'
import { followMessages } from './follow'
import { reminderTime } from './reminderTime'
import { freshMessage, isAboutEnd, messageId } from './rows'

/**
 * Keeps what a person agreed to be told of his verification. WeChat keeps it too and has the last word: whoever claims
 * more than he agreed to is told nothing. Harmless to repeat. Throws NOT_FOUND, BUSY.
 */
export async function acceptMessages(
  deps: Deps,
  openid: string,
  { id, kinds }: { id: string; kinds: MessageKind[] },
): Promise<AcceptMessagesResult> {
  const found = await own(deps, openid, id)
  const kept: MessageKind[] = []
  for (const kind of new Set(kinds)) if (await keep(deps, found, kind)) kept.push(kind)
  // What became of it before these stood here found none of them, and whoever erased it removed none.
  const now = await own(deps, openid, id).catch(async error => {
    await deps.store.removeMany('messages', [['about', 'eq', id]])
    throw error
  })
  await followMessages(deps, [now])
  return { kinds: kept }
}

async function own({ store }: Deps, openid: string, id: string): Promise<Verification> {
  const found = await store.get('verifications', id)
  if (!found || found.owner !== openid) throw new ActionError('NOT_FOUND')
  return found
}

async function keep(deps: Deps, found: Verification, kind: MessageKind): Promise<boolean> {
  if (!deps.config.messages[kind]) return false
  const { _id: about, owner } = found
  if (isAboutEnd(kind)) {
    await deps.store.insert('messages', freshMessage(deps, { kind, about, owner, dueAt: null }))
    return true
  }
  const dueAt = kind === 'reminder' ? await reminderAt(deps, found) : null
  if (dueAt === null) return false
  await changeOrBegin(deps.store, 'messages', messageId(kind, about), before =>
    before ? again(before, owner, dueAt) : freshMessage(deps, { kind, about, owner, dueAt }),
  )
  return true
}

/** A reminder that went out may be agreed to once more; the next goes out a day later at the earliest. */
export function again(before: Message, owner: string, dueAt: number): Message | null {
  if (before.state === 'waiting' || before.state === 'sending') return null
  const at = byDay(Math.max(dueAt, (before.sentAt ?? 0) + reminderPause))
  return { ...before, owner, state: 'waiting', dueAt: at, tries: 0, code: null }
}

/** When the person of an open verification is reminded of its invitation by itself; null: never. */
async function reminderAt(deps: Deps, { invitationId, state }: Verification): Promise<number | null> {
  if (invitationId === null || !isOpen(state)) return null
  const invitation = await deps.store.get('invitations', invitationId)
  return invitation && reminderTime(deps, invitation.expiresAt)
}
