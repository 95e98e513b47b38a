import { ActionError } from '../../domain/errors'
import type { EventType, IntegrationEvent } from '../../domain/integration/event'
import type { Condition } from '../../platform/store'
import type { Deps } from '../kit/deps'

interface Filters {
  type?: EventType | undefined
  /** ms since the epoch. */
  from?: number | undefined
  until?: number | undefined
  cursor?: string | undefined
  limit: number
}

/** What happened, oldest first: whoever missed something reads on from where it stopped. */
export async function listEvents(
  { store }: Deps,
  { type, from, until, cursor, limit }: Filters,
): Promise<{ items: IntegrationEvent[]; nextCursor: string | null }> {
  const where: Condition<IntegrationEvent>[] = [['listKey', 'gt', cursor ?? '']]
  if (type !== undefined) where.push(['type', 'eq', type])
  if (from !== undefined) where.push(['at', 'gte', from])
  if (until !== undefined) where.push(['at', 'lt', until])
  const found = await store.find('events', { where, orderBy: [['listKey', 'asc']], limit: limit + 1 })
  const items = found.slice(0, limit)
  return { items, nextCursor: found.length > limit ? (items.at(-1)?.listKey ?? null) : null }
}

/** Throws NOT_FOUND. */
export async function getEvent({ store, clock }: Deps, id: string): Promise<IntegrationEvent> {
  const event = await store.get('events', id)
  if (!event || event.expiresAt <= clock()) throw new ActionError('NOT_FOUND')
  return event
}
