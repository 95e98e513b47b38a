import type { CreateInvitationInput } from '../../contract/invitation'
import { ActionError } from '../../domain/errors'
import type { Invitation } from '../../domain/invitation/invitation'
import type { InvitationState } from '../../domain/invitation/lifecycle'
import type { Subject } from '../../domain/words'
import type { Condition } from '../../platform/store'
import { createInvitation as create } from '../invitation/create'
import { resendInvitation as resend, revokeInvitations } from '../invitation/manage'
import type { Deps } from '../kit/deps'
import { onePage, type Position } from '../kit/pages'
import { linksState, orderLinks } from './links'

export interface InvitationAndLinks {
  invitation: Invitation
  links: 'pending' | 'ready'
}

/** As the workplace does; codes and links follow by themselves. Throws what `createInvitation` throws. */
export async function createInvitation(
  deps: Deps,
  key: string,
  input: CreateInvitationInput,
): Promise<InvitationAndLinks> {
  const { invitation } = await create(deps, key, input)
  return withOrder(deps, invitation.id)
}

/** Throws NOT_FOUND. */
export async function getInvitation(deps: Deps, id: string): Promise<InvitationAndLinks> {
  const invitation = await deps.store.get('invitations', id)
  if (!invitation) throw new ActionError('NOT_FOUND')
  return { invitation, links: await linksState(deps, invitation) }
}

interface Filters extends Position {
  bizId?: string | undefined
  state?: InvitationState | undefined
  subject?: Subject | undefined
}

/** Newest first, whoever made them. */
export async function listInvitations(
  deps: Deps,
  { bizId, state, subject, ...position }: Filters,
): Promise<{ items: InvitationAndLinks[]; nextCursor: string | null }> {
  const where: Condition<Invitation>[] = []
  if (bizId !== undefined) where.push(['bizId', 'eq', bizId])
  if (state !== undefined) where.push(['state', 'eq', state])
  if (subject !== undefined) where.push(['subject', 'eq', subject])
  const page = await onePage(
    position,
    ({ from, rest }) => deps.store.find('invitations', { where: [from, ...where], ...rest }),
    invitation => invitation,
  )
  const links = await deps.store.find('invitation_links', {
    where: [['_id', 'in', page.items.map(({ _id }) => _id)]],
    fields: ['_id', 'edition', 'endsAt'],
    limit: position.limit,
  })
  const now = deps.clock()
  const ready = new Map(links.filter(({ endsAt }) => endsAt > now).map(({ _id, edition }) => [_id, edition]))
  return {
    items: page.items.map(invitation => ({
      invitation,
      links: ready.get(invitation._id) === invitation.edition ? 'ready' : 'pending',
    })),
    nextCursor: page.nextCursor,
  }
}

/** One that has come to its end stays as it is. Throws NOT_FOUND, BUSY. */
export async function revokeInvitation(deps: Deps, key: string, id: string): Promise<InvitationAndLinks> {
  await getInvitation(deps, id)
  await revokeInvitations(deps, key, { ids: [id] })
  return getInvitation(deps, id)
}

/** Throws NOT_FOUND, INVITATION_ENDED, BUSY. */
export async function resendInvitation(
  deps: Deps,
  key: string,
  input: { id: string; days: number; newCode: boolean },
): Promise<InvitationAndLinks> {
  await resend(deps, key, input)
  return withOrder(deps, input.id)
}

async function withOrder(deps: Deps, id: string): Promise<InvitationAndLinks> {
  const { invitation } = await getInvitation(deps, id)
  await orderLinks(deps, invitation)
  return { invitation, links: await linksState(deps, invitation) }
}
