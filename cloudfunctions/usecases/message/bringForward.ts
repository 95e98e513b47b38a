import type { RemindOutcome } from '../../contract/message'
import { byDay, type Message, reminderPause } from '../../domain/message/message'
import { change } from '../../platform/change'
import type { Deps } from '../kit/deps'

/** Has a reminder sent now: a day after the last at the earliest, and not at night. Throws BUSY. */
async function bringForward(deps: Deps, message: Message): Promise<RemindOutcome> {
  const now = deps.clock()
  const { document } = await change(
    deps.store,
    'messages',
    message._id,
    ({ state, sentAt, dueAt }) => {
      const at = byDay(Math.max(now, (sentAt ?? 0) + reminderPause))
      return state === 'waiting' && at < (dueAt ?? 0) ? { dueAt: at } : null
    },
    message,
  )
  if (document?.state === 'sent') return now - (document.sentAt ?? 0) < reminderPause ? 'soon' : 'ask'
  return document?.state === 'waiting' || document?.state === 'sending' ? 'told' : 'ask'
}

/** Of all who are reminded of one thing: whether anybody is told. */
export async function bringAllForward(deps: Deps, messages: readonly Message[]): Promise<RemindOutcome> {
  let outcome: RemindOutcome = 'ask'
  for (const message of messages) {
    const became = await bringForward(deps, message)
    if (became === 'told' || outcome === 'ask') outcome = became
  }
  if (outcome === 'told') deps.instance.messages.left = true
  return outcome
}
