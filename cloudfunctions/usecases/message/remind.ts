import type { RemindedView, RemindResult } from '../../contract/message'
import type { Invitation, InvitationUse } from '../../domain/invitation/invitation'
import { isOpen } from '../../domain/lifecycle'
import type { Message } from '../../domain/message/message'
import { plainLink } from '../invitation/code'
import { isAlive } from '../invitation/view'
import type { Deps } from '../kit/deps'
import { slices } from '../kit/slices'
import { pageSize } from '../kit/untilDone'
import { bringAllForward } from './bringForward'
import { messageId } from './rows'

/** People of all of them that are looked at. */
const mostPeople = 1000

/**
 * Reminds those who have not finished: whoever agreed to it gets a message, a day after the last at the earliest and not
 * at night; for everybody there is something to send. Invitations that have ended are left out. Harmless to repeat.
 * Throws BUSY.
 */
export async function remindInvitees(
  deps: Deps,
  _operator: string,
  { ids }: { ids: string[] },
): Promise<RemindResult> {
  const wanted = [...new Set(ids)]
  const found = await deps.store.find('invitations', { where: [['_id', 'in', wanted]], limit: wanted.length })
  const alive = new Map(found.filter(each => isAlive(deps, each)).map(each => [each._id, each]))
  const messages = await agreedOf(deps, [...alive.values()])
  const reminded: RemindedView[] = []
  for (const id of wanted) {
    const invitation = alive.get(id)
    if (invitation) reminded.push(await remind(deps, invitation, messages.get(id) ?? []))
  }
  return { reminded }
}

async function remind(
  deps: Deps,
  invitation: Invitation,
  messages: readonly Message[],
): Promise<RemindedView> {
  const { _id, maskedName, title, expiresAt } = invitation
  const outcome = await bringAllForward(deps, messages)
  const link = deps.config.invitationLink === null ? null : plainLink(deps, invitation)
  return { id: _id, outcome, name: maskedName, title, link, expiresAt }
}

/** What the people of these invitations agreed to, by invitation. */
async function agreedOf(deps: Deps, invitations: readonly Invitation[]): Promise<Map<string, Message[]>> {
  const ids = invitations.map(({ _id }) => _id)
  if (ids.length === 0 || !deps.config.messages.reminder) return new Map()
  const uses = await deps.store.find('invitation_uses', {
    where: [['invitationId', 'in', ids]],
    limit: mostPeople,
  })
  const open = uses.filter(isUnfinished)
  const agreed = new Map<string, Message>()
  for (const page of slices(open.map(reminderOf), pageSize)) {
    const where = [['_id', 'in', page]] as const
    for (const message of await deps.store.find('messages', { where, limit: pageSize }))
      agreed.set(message._id, message)
  }
  const of = new Map<string, Message[]>()
  for (const use of open) {
    const message = agreed.get(reminderOf(use))
    if (message) of.set(use.invitationId, [...(of.get(use.invitationId) ?? []), message])
  }
  return of
}

const reminderOf = ({ verificationId }: InvitationUse): string => messageId('reminder', verificationId)

const isUnfinished = ({ state }: InvitationUse): boolean => state === null || isOpen(state)
