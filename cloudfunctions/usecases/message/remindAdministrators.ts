import type { RemindAdministratorsResult } from '../../contract/message'
import type { Message } from '../../domain/message/message'
import { liveLinks } from '../batch/links'
import type { Deps } from '../kit/deps'
import { slices } from '../kit/slices'
import { pageSize } from '../kit/untilDone'
import { bringAllForward } from './bringForward'
import { mostOfOne } from './rows'

/**
 * Reminds the administrators of a batch whose links are alive: whoever opened the card of one and agreed gets a message, a
 * day after the last at the earliest and not at night. Harmless to repeat. Throws NOT_FOUND, BUSY.
 */
export async function remindAdministrators(
  deps: Deps,
  _operator: string,
  { id }: { id: string },
): Promise<RemindAdministratorsResult> {
  const alive = await liveLinks(deps, id)
  const messages = await agreedOf(
    deps,
    alive.map(({ link }) => link._id),
  )
  const reminded: RemindAdministratorsResult['reminded'] = []
  for (const { group, link } of alive)
    reminded.push({ group, outcome: await bringAllForward(deps, messages.get(link._id) ?? []) })
  return { reminded }
}

/** What was agreed to, by link. */
async function agreedOf(deps: Deps, ids: readonly string[]): Promise<Map<string, Message[]>> {
  const of = new Map<string, Message[]>()
  if (!deps.config.messages.reminder) return of
  for (const page of slices(ids, pageSize)) {
    const where = [['about', 'in', page]] as const
    for (const message of await deps.store.find('messages', { where, limit: pageSize * mostOfOne }))
      of.set(message.about, [...(of.get(message.about) ?? []), message])
  }
  return of
}
