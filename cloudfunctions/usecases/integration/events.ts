import { ActionError } from '../../domain/errors'
import type { EventType, IntegrationEvent } from '../../domain/integration/event'
import type { Condition } from '../../platform/store'
import type { Deps } from '../kit/deps'
import { onePage, type Position } from '../kit/pages'

interface Filters extends Position {
  type?: EventType | undefined
  /** ms since the epoch. */
  from?: number | undefined
  until?: number | undefined
}

/** What happened, oldest first: whoever missed something reads on from where it stopped. */
export async function listEvents(
  { store }: Deps,
  { type, from: since, until, ...position }: Filters,
): Promise<{ items: IntegrationEvent[]; nextCursor: string | null }> {
  const where: Condition<IntegrationEvent>[] = []
  if (type !== undefined) where.push(['type', 'eq', type])
  if (since !== undefined) where.push(['at', 'gte', since])
  if (until !== undefined) where.push(['at', 'lt', until])
  return onePage(
    position,
    ({ from, rest }) => store.find('events', { where: [from, ...where], ...rest }),
    event => event,
    'asc',
  )
}

/** Throws NOT_FOUND. */
export async function getEvent({ store, clock }: Deps, id: string): Promise<IntegrationEvent> {
  const event = await store.get('events', id)
  if (!event || event.expiresAt <= clock()) throw new ActionError('NOT_FOUND')
  return event
}
