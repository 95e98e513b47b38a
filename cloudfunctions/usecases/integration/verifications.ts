import { ActionError } from '../../domain/errors'
import type { State } from '../../domain/lifecycle'
import type { Outline } from '../../domain/outline'
import type { Verification } from '../../domain/verification'
import type { Condition } from '../../platform/store'
import type { Deps } from '../kit/deps'
import { madeWithin } from '../kit/madeWithin'
import { onePage, type Position } from '../kit/pages'
import { outlineOf } from '../verification/outline'

/** Throws NOT_FOUND. */
export async function getVerification({ store }: Deps, id: string): Promise<Verification> {
  const verification = await store.get('verifications', id)
  if (!verification) throw new ActionError('NOT_FOUND')
  return verification
}

interface Filters extends Position {
  bizId?: string | undefined
  invitationId?: string | undefined
  state?: State | undefined
  /** ms since the epoch. */
  from?: number | undefined
  until?: number | undefined
}

/** Newest first, whoever's they are. */
export async function listVerifications(
  { store }: Deps,
  { bizId, invitationId, state, from: since, until, ...position }: Filters,
): Promise<{ items: Verification[]; nextCursor: string | null }> {
  const where: Condition<Verification>[] = []
  if (bizId !== undefined) where.push(['bizId', 'eq', bizId])
  if (invitationId !== undefined) where.push(['invitationId', 'eq', invitationId])
  if (state !== undefined) where.push(['state', 'eq', state])
  where.push(...madeWithin<Verification>(since, until))
  return onePage(
    position,
    ({ from, rest }) => store.find('verifications', { where: [from, ...where], ...rest }),
    verification => verification,
  )
}

/** The steps at the vendor. Throws NOT_FOUND, VENDOR_OFF, VENDOR_UNAVAILABLE. */
export async function verificationOutline(deps: Deps, id: string): Promise<Outline | null> {
  const { outline } = await outlineOf(deps, await getVerification(deps, id))
  return outline
}
