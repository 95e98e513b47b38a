import { ActionError } from '../../domain/errors'
import type { State } from '../../domain/lifecycle'
import type { Outline } from '../../domain/outline'
import type { Verification } from '../../domain/verification'
import type { Condition } from '../../platform/store'
import type { Deps } from '../kit/deps'
import { outlineOf } from '../verification/outline'

/** Throws NOT_FOUND. */
export async function getVerification({ store }: Deps, id: string): Promise<Verification> {
  const verification = await store.get('verifications', id)
  if (!verification) throw new ActionError('NOT_FOUND')
  return verification
}

interface Filters {
  bizId?: string | undefined
  invitationId?: string | undefined
  state?: State | undefined
  /** ms since the epoch. */
  from?: number | undefined
  until?: number | undefined
  cursor?: string | undefined
  limit: number
}

/** Newest first, whoever's they are. */
export async function listVerifications(
  { store }: Deps,
  { bizId, invitationId, state, from, until, cursor, limit }: Filters,
): Promise<{ items: Verification[]; nextCursor: string | null }> {
  const where: Condition<Verification>[] = [['listKey', cursor === undefined ? 'gt' : 'lt', cursor ?? '']]
  if (bizId !== undefined) where.push(['bizId', 'eq', bizId])
  if (invitationId !== undefined) where.push(['invitationId', 'eq', invitationId])
  if (state !== undefined) where.push(['state', 'eq', state])
  if (from !== undefined) where.push(['createdAt', 'gte', from])
  if (until !== undefined) where.push(['createdAt', 'lt', until])
  const found = await store.find('verifications', { where, orderBy: [['listKey', 'desc']], limit: limit + 1 })
  const items = found.slice(0, limit)
  return { items, nextCursor: found.length > limit ? (items.at(-1)?.listKey ?? null) : null }
}

/** The steps at the vendor. Throws NOT_FOUND, VENDOR_OFF, VENDOR_UNAVAILABLE. */
export async function verificationOutline(deps: Deps, id: string): Promise<Outline | null> {
  const { outline } = await outlineOf(deps, await getVerification(deps, id))
  return outline
}
