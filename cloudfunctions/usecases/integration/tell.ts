import type { Delivery } from '../../domain/integration/delivery'
import { type Endpoint, takes } from '../../domain/integration/endpoint'
import { eventLifetime, type IntegrationEvent } from '../../domain/integration/event'
import type { Happening } from '../../domain/integration/happenings'
import type { Deps } from '../kit/deps'
import { wantRun } from '../kit/wake'
import { wake } from './changeEndpoint'

/** Events written with one call. */
const pageSize = 50

/** More cannot be registered. */
export const mostEndpoints = 20

/**
 * Writes down what happened, and for every endpoint that takes it that it must be sent. It sends nothing. Ids follow
 * from what happened, so it may be repeated until it has gone through: whoever holds the outbox does.
 */
export async function tell(deps: Deps, happenings: readonly Happening[]): Promise<void> {
  if (happenings.length === 0) return
  const endpoints = await allEndpoints(deps)
  const given = new Set<string>()
  for (let from = 0; from < happenings.length; from += pageSize) {
    const events = happenings.slice(from, from + pageSize).map(each => eventOf(deps, each))
    await deps.store.insertMany('events', events)
    const deliveries = endpoints.flatMap(endpoint =>
      events.filter(({ type }) => takes(endpoint, type)).map(each => deliveryOf(deps, endpoint._id, each)),
    )
    await deps.store.insertMany('deliveries', deliveries)
    for (const { endpointId } of deliveries) given.add(endpointId)
  }
  // Once for all of them: whoever dies before it tells everything again.
  for (const id of given) await wake(deps, id, deps.clock())
  if (given.size > 0) wantRun(deps)
}

/** One event for one endpoint, due at once. Harmless to repeat. */
export async function enqueue(
  deps: Deps,
  { _id }: Pick<Endpoint, '_id'>,
  event: IntegrationEvent,
): Promise<void> {
  await deps.store.insert('deliveries', deliveryOf(deps, _id, event))
  await wake(deps, _id, deps.clock())
  wantRun(deps)
}

function deliveryOf({ vault, clock }: Deps, endpointId: string, event: IntegrationEvent): Delivery {
  const now = clock()
  const id = `dl_${vault.digest('delivery', event._id, endpointId).slice(0, 32)}`
  return {
    _id: id,
    version: 1,
    listKey: `${now}_${id}`,
    endpointId,
    eventId: event._id,
    type: event.type,
    state: 'pending',
    dueAt: now,
    tries: [],
    createdAt: now,
    expiresAt: event.expiresAt,
  }
}

/** Listed by when it was written down: what is told late still comes after what a reader has already seen. */
export function eventOf(
  { vault, clock }: Pick<Deps, 'vault' | 'clock'>,
  happening: Happening,
): IntegrationEvent {
  const { source, type, subjectId, at, data } = happening
  const id = `evt_${vault.digest('event', type, source).slice(0, 32)}`
  return {
    _id: id,
    version: 1,
    listKey: `${clock()}_${id}`,
    type,
    subjectId,
    data,
    at,
    expiresAt: at + eventLifetime,
  }
}

export function allEndpoints({ store }: Deps): Promise<Endpoint[]> {
  return store.find('endpoints', { where: [['createdAt', 'gt', 0]], limit: mostEndpoints * 2 })
}
