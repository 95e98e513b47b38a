import type { AcceptLinkResult } from '../../contract/sharedLink'
import { changeOrBegin } from '../../platform/change'
import { linkOfToken } from '../batch/sharedLink'
import type { Deps } from '../kit/deps'
import { again } from './accept'
import { reminderTime } from './reminderTime'
import { freshMessage, messageId, mostOfOne } from './rows'

/**
 * An administrator who opened the card of his link agrees to be reminded of it. Harmless to repeat. Throws NOT_FOUND, BUSY.
 */
export async function acceptLink(
  deps: Deps,
  openid: string,
  given: { id: string; token: string },
): Promise<AcceptLinkResult> {
  const { store, config } = deps
  const found = await linkOfToken(deps, given)
  if (!found || !config.messages.reminder) return { accepted: false }
  const dueAt = reminderTime(deps, found.expiresAt)
  if (dueAt === null) return { accepted: false }
  const about = found._id
  const _id = `${messageId('reminder', about)}_${deps.vault.digest('reminded', openid).slice(0, 16)}`
  const others = await store.find('messages', {
    where: [['about', 'eq', about]],
    fields: ['_id'],
    limit: mostOfOne,
  })
  // Who sends a card on and on reminds no crowd.
  if (others.length >= mostOfOne && !others.some(each => each._id === _id)) return { accepted: false }
  const fresh = { ...freshMessage(deps, { kind: 'reminder', about, owner: openid, dueAt }), _id }
  await changeOrBegin(store, 'messages', _id, before => (before ? again(before, openid, dueAt) : fresh))
  return { accepted: true }
}
